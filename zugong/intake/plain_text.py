"""Text and Markdown files → Manuscript: a line is a paragraph."""

from __future__ import annotations

import re

from zugong.intake.manuscript import Manuscript, Piece, RawParagraph

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_MARKUP = "标记符号"
_FENCE = "---"


def read_plain(text: str) -> Manuscript:
    """Every line with text is a paragraph; a form feed begins one."""
    lines = re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", text)
    return Manuscript(tuple(RawParagraph((Piece(line),)) for line in lines if line))


def read_markdown(text: str) -> Manuscript:
    """Headings and bold are understood; lines of one paragraph are joined as the item reader joins them."""
    removed = 0
    paragraphs: list[RawParagraph] = []
    for block in _blocks(text):
        heading = _HEADING.fullmatch(block)
        if heading:
            removed += len(block) - len(heading[2])
            level = len(heading[1])
            paragraphs.append(
                RawParagraph((Piece(heading[2], bold=True),), f"heading {level}" if level > 1 else "Title")
            )
            continue
        pieces = _pieces(block)
        removed += len(block) - sum(len(piece.content) for piece in pieces)
        paragraphs.append(RawParagraph(pieces))
    return Manuscript(tuple(paragraphs), ((_MARKUP, removed),) if removed else ())


def _blocks(text: str) -> list[str]:
    """Paragraphs parted by empty lines, each with its line ends kept as such."""
    lines = [line.rstrip() for line in re.split(r"\r\n|[\n\r]", text)]
    blocks: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            blocks.append([])
        elif _HEADING.fullmatch(line):
            blocks += [[line], []]
        else:
            blocks[-1].append(line)
    return ["\n".join(block) for block in blocks if block]


def _pieces(block: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    start = 0
    for mark in _BOLD.finditer(block):
        found += [Piece(block[start : mark.start()]), Piece(mark[1] or mark[2], bold=True)]
        start = mark.end()
    found.append(Piece(block[start:]))
    return tuple(piece for piece in found if piece.content)
