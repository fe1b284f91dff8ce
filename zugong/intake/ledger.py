"""The sum of an import: characters of the original = characters kept + characters removed, each for a named reason."""

from __future__ import annotations

from collections import Counter

from zugong.classes import dataclass, field


@dataclass(slots=True)
class Ledger:
    """Counts while a manuscript becomes an item."""

    original: int = 0
    "characters of text in the file, spaces, tabs and line breaks included"
    removed: Counter[str] = field(default_factory=Counter)
    "reason → characters"
    added: Counter[str] = field(default_factory=Counter)
    "what the file shows but does not hold as text (自动编号) → characters"
    changed: Counter[str] = field(default_factory=Counter)
    "characters written otherwise, one for one"

    def remove(self, reason: str, text: str | int) -> None:
        """Notes characters that do not go into the item file."""
        count = text if isinstance(text, int) else len(text)
        if count:
            self.removed[reason] += count

    @property
    def kept(self) -> int:
        """What must be in the item file, if nothing was lost."""
        return self.original + self.added.total() - self.removed.total()


def told(ledger: Ledger, written: int) -> str:
    """原文 1,046 字：收入 1,032，删页码 8，删空格 6."""
    parts = [f"收入 {written:,}"]
    parts += [f"删{reason} {count:,}" for reason, count in sorted(ledger.removed.items(), key=lambda one: -one[1])]
    parts += [f"另加{reason} {count:,}" for reason, count in ledger.added.items()]
    parts += [f"改{reason} {count:,}" for reason, count in ledger.changed.items()]
    return f"原文 {ledger.original:,} 字：" + "，".join(parts)
