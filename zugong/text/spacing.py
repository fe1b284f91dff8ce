"""Spaces as 公文 sets them: none between 汉字 and digits, one full cell between two clauses."""

from __future__ import annotations

from zugong.text.punctuation import CLOSING, OPENING, STOPS, is_western

CLAUSE_SPACE = "\u3000"
"parts two clauses of a headline (两分句): one cell of the grid"

_DASHES = frozenset("…—～·")
_NO_SPACE_AFTER = OPENING | STOPS | _DASHES
_NO_SPACE_BEFORE = CLOSING | STOPS | _DASHES


def set_spaces(text: str) -> str:
    """The text with its spaces as they are printed; nothing else is changed.

    A space between 汉字 and digits or Latin is dropped (GB/T 9704 knows none) unless it is a full-width
    one, which nobody types by chance; so is one beside a Chinese mark; between two 汉字 it is deliberate
    and takes a full cell; between Latin words it stays.
    """
    return "".join(spaced(text))


def spaced(text: str) -> list[str]:
    """One entry for each character of `text`: what is printed for it (empty when dropped)."""
    printed = list(text)
    for index in [index for index, character in enumerate(text) if character.isspace()]:
        printed[index] = _space(text, index)
    return printed


def _space(text: str, index: int) -> str:
    """What is printed for the white space at `index`: only the first of several counts."""
    if index and text[index - 1].isspace():
        return ""
    before = text[index - 1] if index else ""
    after = next((text[i] for i in range(index, len(text)) if not text[i].isspace()), "")
    if not before or not after:
        return ""
    if before in _NO_SPACE_AFTER or after in _NO_SPACE_BEFORE:
        return " " if is_western(before) and is_western(after) else ""
    if text[index] == CLAUSE_SPACE:
        return CLAUSE_SPACE
    if is_western(before) or is_western(after):
        return " " if is_western(before) and is_western(after) else ""
    return CLAUSE_SPACE
