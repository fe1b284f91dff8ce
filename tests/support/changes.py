"""Changing a sheet as an editor would who follows the layout advice, by other means than the advice's own."""

from __future__ import annotations

from dataclasses import replace

from zugong.layout.sheet import Block, Sheet, StyledRun
from zugong.model.styles import Accent
from zugong.text.punctuation import is_mark
from zugong.typesetting.remarks import Change

_OWN = (Accent.PLAIN, Accent.LEAD)


def changed(sheet: Sheet, *changes: Change) -> Sheet:
    """The sheet with so many characters more or fewer before the last mark of each paragraph."""
    blocks = list(sheet.blocks)
    for change in changes:
        block = blocks[change.piece]
        assert isinstance(block, Block)
        blocks[change.piece] = _changed(block, change.characters)
    return replace(sheet, blocks=tuple(blocks))


def short_of(change: Change) -> Change:
    """One character less than the change asks for."""
    return replace(change, characters=change.characters - (1 if change.characters > 0 else -1))


def _changed(block: Block, characters: int) -> Block:
    text = [(character, run.accent) for run in block.runs for character in run.content]
    end = max(index for index, (character, accent) in enumerate(text) if accent in _OWN and not is_mark(character)) + 1
    if characters < 0:
        assert all(accent in _OWN for _, accent in text[end + characters : end]), "the advice eats the headline"
        text[end + characters : end] = []
    else:
        text[end:end] = [("字", text[end - 1][1])] * characters
    origin = block.runs[0].origin
    return replace(block, runs=tuple(StyledRun(character, accent, origin) for character, accent in text))
