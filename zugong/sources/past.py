"""Items of earlier issues that resemble one of this issue: an index in build/ makes a thousand issues quick."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from zugong.diagnostics import Location
from zugong.hashes import settled_stamp
from zugong.model.issue import IssueDraft, IssueKey
from zugong.model.likeness import PastItem
from zugong.sources.files import lines_for_display
from zugong.sources.folder import ITEM_ENDINGS
from zugong.text.shingles import sample, shingles

INDEX = "build/.zugong-past.json"
_VERSION = 2
_ALIKE = 0.5
"share of an item's text from which on it is told"
_LEAST = 40
"pieces; a shorter text resembles too much by chance"
_MOST_HOLDERS = 200
"a piece that more items have is a set phrase"

Entry = tuple[str, tuple[int, ...]]
"what the file system tells of a file, empty where that is not certain; sample of its pieces"


class PastIndex:
    """All items of a workspace by their pieces; opened when first asked, then kept for the whole run."""

    def __init__(self, root: Path, keys: tuple[IssueKey, ...]) -> None:
        self.root = root
        self.keys = keys
        self.fresh = 0
        "files that were not in the index as it was left"
        self._entries: dict[str, Entry] | None = None
        self._issues: dict[str, IssueKey] = {}
        self._holders: dict[int, list[str]] = {}

    def alike(self, draft: IssueDraft) -> tuple[PastItem, ...]:
        """Each item of the draft against all items of issues before it."""
        if not any(key < draft.key for key in self.keys):
            return ()
        if self._entries is None:
            self._open()
        own = (
            (index, shingles("".join(one.content for one in item.paragraphs))) for index, item in enumerate(draft.items)
        )
        long = ((index, pieces) for index, pieces in own if len(pieces) >= _LEAST)
        return tuple(one for index, pieces in long for one in self._alike(index, pieces, draft.key))

    def _open(self) -> None:
        """Reads what is new or has changed since the index was written."""
        left = _load(self.root)
        self._entries = {}
        for key in self.keys:
            for path, stamp in _files(self.root, key):
                entry = left.get(path)
                if entry is None or entry[0] != stamp:
                    entry = (stamp, sample(shingles(_text(self.root / path))))
                    self.fresh += 1
                self._entries[path] = entry
                self._issues[path] = key
                for piece in entry[1]:
                    self._holders.setdefault(piece, []).append(path)

    def _alike(self, index: int, pieces: frozenset[int], before: IssueKey) -> Iterator[PastItem]:
        """By the sample first; only what may be alike is read and compared whole."""
        wanted = sample(pieces)
        shared = Counter(path for piece in wanted for path in self._holders.get(piece, ())[:_MOST_HOLDERS])
        for path, count in sorted(shared.items()):
            if count * 4 >= len(wanted) and self._issues[path] < before:
                share = len(pieces & shingles(_text(self.root / path))) / len(pieces)
                if share >= _ALIKE:
                    yield PastItem(index, Location(path), share)

    def content(self) -> bytes:
        """The index as it should be left for the next run."""
        certain = {path: entry for path, entry in (self._entries or {}).items() if entry[0]}
        import json

        read = {"version": _VERSION, "files": certain}
        return json.dumps(read, ensure_ascii=False, separators=(",", ":")).encode()


def _files(root: Path, key: IssueKey) -> Iterator[tuple[str, str]]:
    folder = f"issues/{key}"
    try:
        with os.scandir(root / folder) as entries:
            for entry in entries:
                if entry.name.endswith(ITEM_ENDINGS) and entry.name != "issue.yaml" and entry.is_file():
                    yield f"{folder}/{entry.name}", settled_stamp(entry.stat())
    except OSError:
        return


def _text(path: Path) -> str:
    """The body of an item, roughly: what follows the head, or the whole of a .yaml item."""
    lines = lines_for_display(path)
    fences = [index for index, line in enumerate(lines) if line.rstrip() == "---"][:2]
    return "".join(lines[fences[1] + 1 :] if len(fences) == 2 and path.suffix == ".md" else lines)


def _load(root: Path) -> dict[str, Entry]:
    """The index as it was left; empty when there is none that can be used."""
    import json  # few workspaces have as many issues

    try:
        read = json.loads((root / INDEX).read_text(encoding="utf-8"))
        if read["version"] != _VERSION:
            return {}
        return {path: (str(stamp), tuple(pieces)) for path, (stamp, pieces) in read["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return {}
