"""What the other issues of a workspace contain, without reading them again: an issue is checked against all before it.

As git does with its index, each folder is remembered with what the file system tells of its files. Not so what one
asks for: that is always read.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from zugong.cache import Cache
from zugong.classes import dataclass, field
from zugong.fingerprint import issue_fingerprint, issue_folder
from zugong.hashes import folder_stamp
from zugong.model.issue import IssueKey

_NAME = "neighbours"
_WORTH_KEEPING = 50
"issues; fewer are read again in no time"


@dataclass(slots=True, eq=False)
class Neighbours:
    """The hashes of issues' folders as an earlier run left them."""

    cache: Cache
    seal: str
    "the program's fingerprint: another one may hash in another way"
    asked: frozenset[IssueKey]
    "those that are read"
    _left: Mapping[str, tuple[str, str]]
    "by issue its stamp and its hash"
    _now: dict[str, tuple[str, str]] = field(default_factory=dict)
    _fresh: int = 0

    def fingerprint(self, root: Path, key: IssueKey) -> str:
        """As issue_fingerprint has it."""
        name = str(key)
        left = self._left.get(name)
        if key in self.asked:
            if left:
                self._now[name] = left
            return issue_fingerprint(root, key)
        stamp = folder_stamp(issue_folder(root, key))  # before it is read: what changes meanwhile has another one then
        known = left[1] if left and stamp and left[0] == stamp else ""
        self._fresh += not known
        found = known or issue_fingerprint(root, key)
        if stamp:
            self._now[name] = (stamp, found)
        return found

    def keep(self) -> None:
        """Leaves them for the next run."""
        if self._fresh >= _WORTH_KEEPING:
            self.cache.store(_NAME, self.seal, tuple((name, *one) for name, one in self._now.items()))


def recall_neighbours(cache: Cache, seal: str, asked: frozenset[IssueKey]) -> Neighbours:
    """As they were left; nothing is known where that cannot be used."""
    left = cache.recall(_NAME, seal) or ()
    return Neighbours(cache, seal, asked, {name: (stamp, found) for name, stamp, found in left})
