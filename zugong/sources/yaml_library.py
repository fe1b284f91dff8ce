"""PyYAML, imported without compiling what we do not use of it.

Its patterns for numbers, dates and truth values are never asked here, where every value is text, nor is the one for
forbidden characters, since libyaml looks for those itself. Compiling them takes longer than reading all of an issue.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ("yaml",)


class LaterPattern:
    """A pattern that is compiled when somebody asks anything of it."""

    __slots__ = ("_compiled", "_given")

    def __init__(self, source: str, flags: int = 0) -> None:
        self._given = (source, flags)
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if self._compiled is None:
            self._compiled = re.compile(*self._given)
        return getattr(self._compiled, name)


if TYPE_CHECKING:
    import yaml
else:
    _compile, re.compile = re.compile, LaterPattern
    try:
        import yaml
    finally:
        re.compile = _compile
