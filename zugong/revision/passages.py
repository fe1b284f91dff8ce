"""What is compared: paragraphs of one role, each character with its accent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zugong.layout.compose import paragraph_runs
from zugong.layout.sheet import ADDED, Block, Colophon, Sheet, SheetBlock, SplitBlock, StyledRun
from zugong.model.issue import ItemDraft, bare_headline
from zugong.model.styles import Accent, Role
from zugong.text.spacing import set_spaces


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph."""

    role: Role
    runs: tuple[tuple[str, Accent], ...]

    @property
    def content(self) -> str:
        """The plain text."""
        return "".join(text for text, _ in self.runs)


def item_passages(item: ItemDraft) -> tuple[Passage, ...]:
    """An item by itself: headline on its own line, body, （供稿单位）."""
    found: list[Passage] = []
    if item.headline is not None:
        found.append(Passage(Role.HEADLINE, ((set_spaces(bare_headline(item.headline).content), Accent.PLAIN),)))
    found += [_passage(Role.BODY, paragraph_runs(paragraph)) for paragraph in item.body]
    if item.source_units:
        units = "、".join(set_spaces(unit.content) for unit in item.source_units)
        last = found.pop() if item.body else Passage(Role.BODY, ())
        found.append(Passage(Role.BODY, (*last.runs, (f"（{units}）", Accent.SOURCE_UNIT))))
    return tuple(found)


def sheet_passages(sheet: Sheet) -> tuple[Passage, ...]:
    """A whole issue; contents and the empty 批示 box are made by the program and are not compared."""
    return tuple(passage for block in sheet.blocks for passage in _of_block(block))


def _of_block(block: SheetBlock) -> Iterable[Passage]:
    match block:
        case Block(role=role, runs=runs):
            return (_passage(role, runs),)
        case SplitBlock(role=role, left=left, right=right):
            return (_passage(role, (left, StyledRun("\t", Accent.PLAIN, ADDED), right)),)
        case Colophon(lines=lines):
            return tuple(_passage(Role.COLOPHON, (line.label, line.content)) for line in lines)
        case _:
            return ()


def _passage(role: Role, runs: Iterable[StyledRun]) -> Passage:
    return Passage(role, tuple((run.content, run.accent) for run in runs if run.content))
