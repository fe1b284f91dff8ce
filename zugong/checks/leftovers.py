"""What pasting and other programs leave behind: it would be printed as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.checks.context import Context
from zugong.checks.patterns import Pattern
from zugong.diagnostics import Problem, doubt
from zugong.model.issue import IssueDraft, ItemDraft
from zugong.model.prose import Paragraph, Run
from zugong.model.structures import BodyBlock, Table

_BRACKETS = "（）()［］[]【】"
_MARKUP = Pattern(r"＊{2}|</?[A-Za-z][^<>]{0,80}>|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|#\d{1,6});", "＊<&")


def source_unit_with_brackets(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """供稿单位写了括号。括号由程序加，写了会印成两层。几个单位写成 [甲, 乙]，方括号和逗号都用半角。"""
    advice = "只写单位名，括号由程序加；几个单位写成 [甲, 乙]，用半角"
    return tuple(
        doubt("source-unit-with-brackets", "供稿单位里有括号，会印成两层", unit.origin, advice, len(unit.content))
        for item in draft.items
        for unit in item.source_units
        if unit.content[:1] in _BRACKETS or unit.content[-1:] in "［］[]"
    )


def source_unit_twice(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """正文末尾已经写了（供稿单位），又有“供稿单位”一项，会印两遍。"""
    return tuple(problem for item in draft.items for problem in _twice(item))


def _twice(item: ItemDraft) -> Iterator[Problem]:
    if not item.paragraphs:
        return
    run = item.paragraphs[-1].runs[-1]
    for unit in item.source_units:
        ending = f"（{unit.content.strip('（）')}）"
        if run.content.rstrip().endswith(ending):
            place = run.origin.shifted(len(run.content.rstrip()) - len(ending))
            message = "末尾的（供稿单位）由程序加，这里又写了一遍"
            yield doubt("source-unit-twice", message, place, "删去正文末尾的括号和单位", len(ending))


def pasted_markup(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """正文里有全角星号、网页代码，会原样印出来。段首语前后各写两个半角星号。"""
    runs = (run for item in draft.items for body in _bodies(item) for run in _runs(body))
    return tuple(problem for source in (runs, _runs(draft.editors_note)) for run in source for problem in _markup(run))


def _bodies(item: ItemDraft) -> Iterator[tuple[BodyBlock, ...]]:
    yield item.extras.note
    yield item.body
    yield from (attachment.body for attachment in item.extras.attachments)


def _runs(body: tuple[BodyBlock, ...]) -> Iterator[Run]:
    for block in body:
        match block:
            case Paragraph(runs=runs):
                yield from runs
            case Table():
                yield from (run for row in (*block.head, *block.rows) for cell in row.cells for run in cell.runs)


def _markup(run: Run) -> Iterator[Problem]:
    for found in _MARKUP.finditer(run.content):
        sign = found.group()
        stars = sign[0] == "＊"
        message = "段首语的星号是全角的，不会加粗" if stars else f"“{sign[:20]}”是网页代码，会原样印出"
        advice = "改成半角的 **" if stars else "删去它；是空格就改成空格，是尖括号就改用〈〉"
        yield doubt("pasted-markup", message, run.origin.shifted(found.start()), advice, len(sign))
