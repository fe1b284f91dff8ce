"""Texts that came before: which earlier item a submission resembles."""

from __future__ import annotations

from pathlib import Path

from zugong.classes import dataclass
from zugong.sources.files import read_text, shown_path
from zugong.sources.folder import item_files
from zugong.sources.head import cut
from zugong.sources.issue import issue_dir
from zugong.sources.workspace import issue_keys
from zugong.text.shingles import shingles as pieces_of

_ALIKE = 0.5
"part of a text that must have come before"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An item that is already there."""

    shown: str
    share: float
    "part of the new text that is in it, 0…1"


class ArchiveTexts:
    """Shingles of every item in the workspace; read once a run."""

    def __init__(self, root: Path) -> None:
        self._sources: dict[int, list[int]] = {}
        self._names: list[str] = []
        for key in issue_keys(root):
            folder = issue_dir(root, key)
            for file in item_files(folder, shown_path(root, folder)).value:
                text = read_text(root, file.path).value
                if text is not None:
                    body = cut(text).body if file.path.suffix == ".md" else ()
                    lines = (line.content for line in body) if body else text.lines
                    self.add(file.shown, "".join(lines))

    def add(self, name: str, text: str) -> None:
        """Takes an item in."""
        self._names.append(name)
        for shingle in pieces_of(text):
            self._sources.setdefault(shingle, []).append(len(self._names) - 1)

    def nearest(self, text: str) -> Earlier | None:
        """The earlier item that holds most of a text, if it is more than half of it."""
        shingles = pieces_of(text)
        hits = [0] * len(self._names)
        for shingle in shingles:
            for source in self._sources.get(shingle, ()):
                hits[source] += 1
        best = max(range(len(hits)), key=lambda one: hits[one], default=None)
        if best is None or not shingles or hits[best] <= _ALIKE * len(shingles):
            return None
        return Earlier(self._names[best], hits[best] / len(shingles))
