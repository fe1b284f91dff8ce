"""An office's own templates: decoration that is no text, and nothing that is text may get lost."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from tests.archive.tagged import read_tagged
from tests.support.command_line import small_workspace
from tests.support.everything import everything, run
from tests.support.pdf import drawn_characters, require_pango
from tests.support.printed import faces
from zugong.layout.sheet import Sheet
from zugong.model.issue import IssueKey
from zugong.pipeline import build, open_office
from zugong.renderers import pdf
from zugong.renderers.pdf.markup import markup
from zugong.templating import TemplateError, TemplateFault
from zugong.typesetting.pages import Pages
from zugong.typesetting.typeset import typeset

STAR = """{% extends "shipped/masthead.html" %}
{% block after %}
{% set x, y = masthead.left + masthead.width / 2, masthead.rules[0].y %}
<svg style="position:absolute; top:{{ y - 12 }}pt; left:{{ x - 12 }}pt; width:24pt; height:24pt" viewBox="0 0 24 24">
  <path fill="#e60012" d="M12 0l2.7 8.3H24l-7.6 5.5 2.9 8.8L12 17.2l-7.3 5.4 2.9-8.8L0 8.3h9.3z"/>
</svg>
<div style="position:absolute; top:40pt; left:100pt; font-family:'Zg Kai'">只看不读</div>
{% endblock %}
"""


@cache
def sheet_and_pages() -> tuple[Sheet, Pages]:
    sheet = everything()
    return sheet, typeset(sheet, faces())


def rendered(own: Path | None) -> bytes:
    require_pango()
    sheet, pages = sheet_and_pages()
    return pdf.render(sheet, pages, own)


def fault(own: Path, name: str, content: str) -> TemplateFault:
    (own / name).write_text(content, encoding="utf-8")
    with pytest.raises(TemplateError) as raised:
        rendered(own)
    return raised.value.fault


def test_an_override_may_add_a_star_and_words_that_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "masthead.html").write_text(STAR, encoding="utf-8")
    plain, own = rendered(None), rendered(tmp_path)
    assert read_tagged(own) == read_tagged(plain)
    drawn = drawn_characters(own)[0]
    start = "".join(one.text for one in drawn).index("只看不读")
    gaps = {round(one.x - before.x, 1) for before, one in pairwise(drawn[start : start + 4])}
    assert gaps == {12.0}, "the tracking of our text ends with it"
    bitmap = pypdfium2.PdfDocument(io.BytesIO(own))[0].render(scale=1)
    _, pages = sheet_and_pages()
    rule = pages.pages[0].rules[0]
    x, y = int(pages.style.left + pages.style.type_width / 2), int(rule.y - 5)
    at = y * bitmap.stride + x * bitmap.n_channels
    blue, green, red = bytes(bitmap.buffer)[at : at + 3]
    assert (red > 200, green < 60, blue < 60) == (True, True, True)


def test_every_piece_can_be_overridden(tmp_path: Path) -> None:
    for name in ("masthead", "colophon", "page"):
        own = '{% extends "shipped/' + name + '.html" %}{% block before %}<b>before ' + name + "</b>{% endblock %}"
        (tmp_path / f"{name}.html").write_text(own, encoding="utf-8")
    html = markup(*sheet_and_pages(), tmp_path).html
    count = len(sheet_and_pages()[1].pages)
    assert [html.count(f"<b>before {name}</b>") for name in ("masthead", "colophon", "page")] == [1, 1, count]
    assert "<footer></footer>" not in html


def test_the_pieces_know_their_places(tmp_path: Path) -> None:
    own = "{% for one in area.parts %}{{ one }}{% endfor %}{% for one in area.rules %}{{ one.width }}{% endfor %}"
    own += "[{{ area.top | round }} {{ area.left | round }} {{ area.width | round }} {{ area.height | round }}]"
    for name in ("masthead", "colophon"):
        (tmp_path / f"{name}.html").write_text(own.replace("area", name), encoding="utf-8")
    html = markup(*sheet_and_pages(), tmp_path).html
    style = sheet_and_pages()[1].style
    assert f"{style.type_width}[{round(style.top)}.0 79.0 442.0 319.0]" in html
    assert html.count(str(style.type_width) * 3) == 1, "three rules of the colophon"


def test_text_that_is_not_drawn_is_noticed(tmp_path: Path) -> None:
    found = fault(tmp_path, "masthead.html", "{% for part in masthead.parts[1:] %}{{ part }}{% endfor %}")
    assert (found.name, found.message) == ("masthead.html", "“内部资料№000001”没有印出")
    assert "bulletin.yaml" in found.hint
    found = fault(tmp_path, "masthead.html", "{% for part in masthead.parts * 2 %}{{ part }}{% endfor %}")
    assert found.message == "“内部资料№000001”印了 2 次"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('<b style="colour: red">甲</b>', "样式“colour: red”不认得"),
        ('<img src="star.png" alt="">', "图片“star.png”没有读"),
        ('<img src="file:///etc/hostname" alt="">', "图片“file:///etc/hostname”没有读"),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_line(line: str, what: str, tmp_path: Path) -> None:
    own = '{% extends "shipped/masthead.html" %}\n{% block after %}\n' + line + "\n{% endblock %}"
    found = fault(tmp_path, "masthead.html", own)
    assert (found.name, found.line, found.message) == ("masthead.html", 3, what)


def test_our_own_templates_leave_nothing_to_remark(tmp_path: Path) -> None:
    """With own templates every remark of WeasyPrint stops the build, and the styles of any HTML are there."""
    (tmp_path / "masthead.html").write_text('{% extends "shipped/masthead.html" %}', encoding="utf-8")
    assert rendered(tmp_path) == rendered(None)


def test_a_broken_template_is_a_problem_and_nothing_is_written(tmp_path: Path) -> None:
    require_pango()
    root = small_workspace(tmp_path)
    (root / "issues/templates").mkdir()
    (root / "issues/templates/masthead.html").write_text("<p>\n{{ star }}\n", encoding="utf-8")
    office = open_office(root, date(2026, 1, 6))
    out = root / "build"
    out.mkdir(exist_ok=True)
    built = build(office, IssueKey(2026, 1), ("pdf",), out, draft=True, force=False)
    (problem,) = (one for one in built.problems if one.rule == "broken-template")
    assert (problem.origin.path, problem.origin.line) == ("issues/templates/masthead.html", 2)
    assert problem.message == "没有“star”这个值"
    assert built.files == ()
    assert list(out.iterdir()) == []


def test_text_is_a_value_and_never_a_template() -> None:
    sheet, _ = sheet_and_pages()
    title = replace(sheet.blocks[1], runs=(run("{{ 7 * 7 }}<b>"),))
    odd = replace(sheet, blocks=(title,))
    made = markup(odd, typeset(odd, faces()))
    assert "".join(stretch.content for stretch in made.texts[0].stretches) == "{{ 7 * 7 }}<b>"
    body = re.sub(r"<[^>]*>", "", made.html.partition("<body>")[2])
    assert "49" not in body
    assert "&lt;b&gt;" in body
