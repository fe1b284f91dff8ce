"""The smallest things that can change: a 汉字, a mark, a whole number or Latin word, the end of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zugong.classes import dataclass
from zugong.model.styles import Accent, Role
from zugong.revision.passages import Passage

_WORD = re.compile(r"\d+(?:[.,]\d+)*[%％‰]?|[A-Za-z\u00c0-\u024f]+|.", re.DOTALL)
END = "\n"
"before the role of a paragraph that ends"


@dataclass(frozen=True, slots=True)
class Token:
    """Text with the accent of each character, or the end of a paragraph."""

    text: str
    accents: tuple[Accent, ...] = ()
    role: Role | None = None
    "of the paragraph that ends here; None: text"

    @property
    def key(self) -> str:
        """What makes two tokens the same; looks do not."""
        return self.text if self.role is None else f"{END}{self.role.value}"


def tokens_of(passages: Sequence[Passage]) -> list[Token]:
    """All tokens in reading order."""
    found: list[Token] = []
    for passage in passages:
        accents = [accent for text, accent in passage.runs for _ in text]
        for word in _WORD.finditer(passage.content):
            found.append(Token(word.group(), tuple(accents[word.start() : word.end()])))
        found.append(Token("", (), passage.role))
    return found
