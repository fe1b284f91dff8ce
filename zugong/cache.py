"""What earlier builds found out, in build/: one small file an issue, replaced whole, so that two processes and a kill
can do no worse than lose an entry. It may be deleted at any time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from zugong.classes import dataclass
from zugong.model.issue import IssueKey
from zugong.outputs import replace_file

_FOLDER = "build/.zugong-cache"
_CLASS = "is"
"the key of a stored object under which its class is named"


@dataclass(frozen=True, slots=True)
class Cache:
    """The stored values of one workspace; `classes` are those that they may be made of."""

    root: Path
    classes: tuple[type, ...]

    def recall(self, key: IssueKey) -> Mapping[str, Any]:
        """What was stored for an issue, by name; nothing where that cannot be read."""
        try:
            stored = json.loads(self._file(key).read_text(encoding="utf-8"))
            kinds = {kind.__name__: kind for kind in self.classes}
            return {name: _alive(value, kinds) for name, value in stored.items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return {}

    def store(self, key: IssueKey, values: Mapping[str, Any]) -> None:
        """Replaces what is stored for an issue; a cache that cannot be written is no fault."""
        text = json.dumps({name: _plain(value) for name, value in values.items()}, ensure_ascii=False)
        try:
            self._file(key).parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._file(key), text.encode("utf-8", "surrogatepass"))
        except OSError:
            pass

    def _file(self, key: IssueKey) -> Path:
        return self.root / _FOLDER / f"{key.year}-{key.folder}.json"


def _alive(value: Any, kinds: Mapping[str, type]) -> Any:  # noqa: ANN401 - whatever was stored
    """The object that _plain was given; lists become tuples, as everything here has."""
    if isinstance(value, list):
        return tuple(_alive(part, kinds) for part in value)
    if not isinstance(value, dict):
        return value
    name, *parts = value.values()
    if name == "Path":
        return Path(parts[0])
    return kinds[name](*(_alive(part, kinds) for part in parts))


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever is stored
    """A dataclass, an Enum or a Path as a dictionary that names it."""
    if type(value) is str:
        return value
    kind: type = type(value)
    if names := _field_names(kind):
        return {_CLASS: kind.__name__, **{name: _plain(getattr(value, name)) for name in names}}
    if isinstance(value, Enum):
        return {_CLASS: type(value).__name__, "value": value.value}
    if isinstance(value, Path):
        return {_CLASS: "Path", "value": str(value)}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    """Those of a dataclass; none of what is no dataclass."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
