"""pages.html and what it includes, made by tools/make_shipped_pages.py: change the templates, not this.

Templates that were changed since, and an office's own, are left to jinja2 (markup.py).
"""

# ruff: noqa: E501, ANN401
# fmt: off

from __future__ import annotations

from collections.abc import Mapping

from zugong.renderers.pdf.elements import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DIGEST = "b36420a852234132fe843bd65a53ba41"
"of the templates that it was made from"


def _escaped(value: Any) -> str:
    return str(value.__html__()) if hasattr(value, "__html__") else escaped(str(value))


def pages_html(given: Mapping[str, Any]) -> str:
    """The pages."""
    out: list[str] = []
    _pages_html(out, given)
    return "".join(out)


def _pages_css(out: list[str], given: Mapping[str, Any]) -> None:
    out += ('@page { size: ', str(given['page'].width), 'pt ', str(given['page'].height), 'pt; margin: 0 }\nhtml { font-kerning: none; font-variant-ligatures: none }\nhtml, body, section, footer, div, p, h1, h2, h3, h4, h5, h6, hr, a, table, tbody, tr, td, th { display: block; margin: 0; padding: 0 }\nhead, title, meta, style { display: none }\nsection { position: relative; width: ', str(given['page'].width), 'pt; height: ', str(given['page'].height), 'pt; line-height: 1; break-after: page; overflow: hidden }\nsection:last-child { break-after: auto }\n.f { position: absolute; width: ', str(given['page'].type_width), 'pt; font-size: 1em; font-weight: normal; text-align: left; white-space: pre; bookmark-level: none }\n',)
    for level in range(1, 7):
        out += ('.f[data-level="', str(level), '"] { bookmark-level: ', str(level), '; bookmark-label: attr(data-outline) }\n',)
    out += ('i { font-style: normal }\na { height: 100%; color: inherit; text-decoration: none }\nhr { position: absolute; border: 0 }\ntable { text-indent: 0 }\nimg { position: absolute; overflow: visible; image-rendering: crisp-edges }\n.frame { position: absolute }\n',)
    for declaration, name in given['classes'].items():
        out += ('.', str(name), ' { ', str(declaration), ' }\n',)


def _masthead_html(out: list[str], given: Mapping[str, Any], sheet: Any, masthead: Any) -> None:
    out += ('<footer>',)
    out += ('</footer>\n',)
    for rule in masthead.rules:
        out += (_escaped(rule),)
    for part in masthead.parts:
        out += (_escaped(part),)
    out += ('<footer>',)
    out += ('</footer>\n',)


def _colophon_html(out: list[str], given: Mapping[str, Any], sheet: Any, colophon: Any) -> None:
    out += ('<footer>',)
    out += ('</footer>\n',)
    for rule in colophon.rules:
        out += (_escaped(rule),)
    for part in colophon.parts:
        out += (_escaped(part),)
    out += ('<footer>',)
    out += ('</footer>\n',)


def _page_html(out: list[str], given: Mapping[str, Any], sheet: Any, furniture: Any, number: Any, count: Any) -> None:
    out += ('<footer>',)
    out += ('</footer>\n',)
    for part in furniture:
        out += (_escaped(part),)
    out += ('<footer>',)
    out += ('</footer>\n',)


def _pages_html(out: list[str], given: Mapping[str, Any]) -> None:
    out += ('<!DOCTYPE html>\n<html lang="', _escaped(given['info'].language), '">\n<head>\n<meta charset="utf-8"/>\n<title>', _escaped(given['info'].title), '</title>\n<meta name="author" content="', _escaped(given['info'].author), '"/>\n<meta name="generator" content="zugong"/>\n<meta name="dcterms.created" content="', _escaped(given['info'].issued_on.isoformat()), 'T00:00:00+08:00"/>\n<meta name="dcterms.modified" content="', _escaped(given['info'].issued_on.isoformat()), 'T00:00:00+08:00"/>\n<style>\n',)
    _pages_css(out, given)
    out += ('</style>\n</head>\n<body>',)
    for sheet in given['pages']:
        out += ('<section>',)
        if sheet.masthead:
            masthead = sheet.masthead
            _masthead_html(out, given, sheet, masthead)
        for rule in sheet.rules:
            out += (_escaped(rule),)
        for frame in sheet.frames:
            out += (str(frame),)
        for part in sheet.parts:
            out += (_escaped(part),)
        if sheet.colophon:
            colophon = sheet.colophon
            _colophon_html(out, given, sheet, colophon)
        furniture = sheet.furniture
        number = sheet.number
        count = len(given['pages'])
        _page_html(out, given, sheet, furniture, number, count)
        out += ('</section>',)
    out += ('</body>\n</html>\n',)
