"""What a sheet's marks (标记) must be so that every format prints them alike."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.model.styles import Styles
from zugong.sources.sheet_faults import Fault
from zugong.text.patterns import Pattern

_PAGE = "{页码}"
_BRACED = Pattern(r"\{[^{}]*\}?|\}", lambda text: any(brace in text.replace(_PAGE, "") for brace in "{}"))
_FOLIO_ADVICE = '写成 — {页码} — 这样，{页码} 写一次；不要页码就写 页码: ""'


def mark_faults(styles: Styles) -> Iterator[Fault]:
    """Marks that cannot be printed, or not alike in PDF and DOCX."""
    marks = styles.marks
    if len(marks.leader) != 1:
        advice = "写一个字，如 · 或 …；不要导引点和页码，就在 bulletin.yaml 里写 目录页码: 无"
        yield Fault("“目录导引点”", "要正好一个字", (("marks", "leader"),), advice)
    if not marks.instruction:
        advice = "写上框里的字，如 领导批示：；不要批示框，就在 bulletin.yaml 里写 领导批示: 无"
        yield Fault("批示框里的字", "空着", (("marks", "instruction"),), advice)
    yield from _folio(marks.folio)


def _folio(template: str) -> Iterator[Fault]:
    ways = (("marks", "folio"),)
    unknown = next((found.group() for found in _BRACED.finditer(template) if found.group() != _PAGE), None)
    if unknown:
        yield Fault("", f"“页码”里的“{unknown[:20]}”不知道要填什么", ways, _FOLIO_ADVICE)
    elif template and template.count(_PAGE) != 1:
        told = "写了不止一次" if _PAGE in template else "没有写，印不出页码"
        yield Fault("“页码”里的 {页码} ", told, ways, _FOLIO_ADVICE)
