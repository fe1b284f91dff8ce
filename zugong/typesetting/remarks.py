"""What layout advice is made of: remarks, and the changes that they propose."""

from __future__ import annotations

from pathlib import PurePosixPath

from zugong.classes import dataclass
from zugong.model.styles import Role
from zugong.text.punctuation import is_han
from zugong.typesetting.shortening import Text, fewest_to_lose

Texts = dict[int, Text]
"the paragraphs that an editor may change, by their piece"


@dataclass(frozen=True, slots=True)
class Change:
    """So many characters more, or fewer, before the last mark of one paragraph."""

    piece: int
    "index into the pieces of the issue, which is that into the blocks of its sheet"
    characters: int
    "fewer: negative"
    name: str
    "what the editor calls the paragraph: the file, and which paragraph of it"

    def __str__(self) -> str:
        verb = "加" if self.characters > 0 else "删"
        return f"{spaced_name(self.name)}{verb} {abs(self.characters)} 字"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing worth knowing; what it says of characters is also there as changes, for tests and other programs."""

    message: str
    "in Chinese, one line"
    shorter: tuple[Change, ...] = ()
    "together they save the line or the page"
    longer: tuple[Change, ...] = ()
    "together they give the colophon company"
    is_urgent: bool = False
    "the last page is not as it should be: told after a build too"


def spaced_name(name: str) -> str:
    """A name before Chinese words: a space parts them from a file's ending."""
    return name if is_han(name[-1]) else f"{name} "


def name_of(texts: Texts, piece: int) -> str:
    """编者按, or the file of the item; which paragraph of it, if there are several."""
    text = texts[piece]
    path = text.origin.path
    same = [index for index, other in texts.items() if (other.origin.path, _is_note(other)) == (path, _is_note(text))]
    name = "编者按" if _is_note(text) else PurePosixPath(path).name
    return f"{name} 第 {same.index(piece) + 1} 段" if len(same) > 1 else name


def _is_note(text: Text) -> bool:
    return text.role is not Role.BODY


def loss_of(texts: Texts, piece: int, lines: int) -> Change | None:
    """What takes so many lines from a paragraph."""
    count = fewest_to_lose(texts[piece], texts[piece].lines - lines)
    return Change(piece, -count, name_of(texts, piece)) if count else None
