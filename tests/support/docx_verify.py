"""What no validator sees: a DOCX that is well formed and still broken for its reader."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator

from tests.support.docx_faults import Fault
from tests.support.docx_verify_tables import uneven_tables
from tests.support.docx_verify_targets import missing_parts
from zugong.renderers.docx.tree import Element, W, parse

_TEMPLATE_MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\w+\}")
_REFERENCE = re.compile(r"^\s*(?:PAGEREF|REF|NOTEREF)\s+(\S+)|\\l\s+\"?([^\s\"]+)")
_FACE_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_STYLE_REFERENCES = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")


Parts = dict[str, Element]


def faults(package: bytes) -> tuple[Fault, ...]:
    """Everything found, check by check and part by part."""
    parts = _parts(package)
    found = [fault for check in _CHECKS for fault in check(parts)]
    return (
        *found,
        *missing_parts(package),
        *(fault for name, root in parts.items() for fault in uneven_tables(name, root)),
    )


def _parts(package: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml"))
        return {name: parse(archive.read(name)) for name in names}


def _each(parts: Parts, *names: str) -> Iterator[tuple[str, Element]]:
    """All elements of those names, with the part they stand in."""
    wanted = {f"{W}{name}" for name in names}
    for part, root in parts.items():
        for element in root.iter(*wanted):
            yield part, element


def _value(element: Element, name: str = "val") -> str:
    return str(element.get(f"{W}{name}", ""))


def _dead_bookmarks(parts: Parts) -> Iterator[Fault]:
    known = {_value(element, "name") for _, element in _each(parts, "bookmarkStart")}
    for part, link in _each(parts, "hyperlink"):
        anchor = _value(link, "anchor")
        if anchor and anchor not in known:
            yield Fault("dead-bookmark", part, anchor)
    for part, text in _each(parts, "instrText"):
        found = _REFERENCE.search(text.text or "")
        target = found and (found[1] or found[2])
        if target and target not in known:
            yield Fault("dead-bookmark", part, target)


def _unclosed_fields(parts: Parts) -> Iterator[Fault]:
    """begin, separate, end must follow one another inside each paragraph, and may be nested."""
    for part, paragraph in _each(parts, "p"):
        open_fields: list[str] = []
        for mark in paragraph.iter(f"{W}fldChar"):
            kind = _value(mark, "fldCharType")
            expected = {"separate": ["begin"], "end": ["begin", "separate"]}.get(kind, [])
            if expected and (not open_fields or open_fields.pop() not in expected):
                yield Fault("unclosed-field", part, f"{kind} without begin")
            elif kind != "end":
                open_fields.append(kind)
        for kind in open_fields:
            yield Fault("unclosed-field", part, f"{kind} without end")


def _template_marks(parts: Parts) -> Iterator[Fault]:
    for part, paragraph in _each(parts, "p"):
        text = "".join(element.text or "" for element in paragraph.iter(f"{W}t", f"{W}instrText"))
        for mark in _TEMPLATE_MARK.findall(text):
            yield Fault("template-mark", part, mark)


def _undeclared_fonts(parts: Parts) -> Iterator[Fault]:
    declared = {_value(font, "name") for _, font in _each(parts, "font")}
    for part, face in _used_faces(parts):
        if face not in declared:
            yield Fault("undeclared-font", part, face)


def _used_faces(parts: Parts) -> Iterator[tuple[str, str]]:
    for part, fonts in _each(parts, "rFonts"):
        used = {_value(fonts, slot) for slot in _FACE_SLOTS} - {""}
        yield from ((part, face) for face in sorted(used))
    for part, root in parts.items():
        if part.startswith("word/theme/"):
            yield from ((part, str(face)) for face in root.xpath("//@typeface") if face)


def _undefined_styles(parts: Parts) -> Iterator[Fault]:
    defined = {_value(style, "styleId") for _, style in _each(parts, "style")}
    for part, reference in _each(parts, *_STYLE_REFERENCES):
        if _value(reference) not in defined:
            yield Fault("undefined-style", part, _value(reference))


def _duplicate_ids(parts: Parts) -> Iterator[Fault]:
    for element, attribute in (
        ("bookmarkStart", "id"),
        ("bookmarkStart", "name"),
        ("bookmarkEnd", "id"),
        ("style", "styleId"),
        ("font", "name"),
    ):
        found = [(part, _value(one, attribute)) for part, one in _each(parts, element)]
        yield from _repeated(found, f"{element} {attribute}")
    drawings = [(part, str(one.get("id"))) for part, root in parts.items() for one in root.iter(_DRAWING)]
    yield from _repeated(drawings, "docPr id")


def _repeated(found: list[tuple[str, str]], kind: str) -> Iterator[Fault]:
    count = Counter(value for _, value in found)
    for part, value in dict.fromkeys(found):
        if count[value] > 1:
            yield Fault("duplicate-id", part, f"{kind} {value}")


def _unclosed_bookmarks(parts: Parts) -> Iterator[Fault]:
    started = {_value(one, "id"): part for part, one in _each(parts, "bookmarkStart")}
    ended = {_value(one, "id"): part for part, one in _each(parts, "bookmarkEnd")}
    for number in sorted(started.keys() ^ ended.keys()):
        yield Fault("unclosed-bookmark", {**ended, **started}[number], number)


_CHECKS: tuple[Callable[[Parts], Iterator[Fault]], ...] = (
    _dead_bookmarks,
    _unclosed_fields,
    _template_marks,
    _undeclared_fonts,
    _undefined_styles,
    _duplicate_ids,
    _unclosed_bookmarks,
)
