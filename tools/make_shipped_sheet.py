"""templates/sheet.yaml as Python, so that no run has to read the YAML of it:
python tools/make_shipped_sheet.py > zugong/sources/shipped_sheet.py"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from zugong.resources import template_dir
from zugong.sources.sheet import read_shipped
from zugong.sources.styles import NAME, digest

HEAD = '''"""The Styles of the shipped sheet.yaml, made by tools/make_shipped_sheet.py: change the sheet, not this.

A sheet.yaml that was changed since is read itself (styles.py).
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

'''


def expression(value: object) -> str:
    """What Python evaluates to the same value."""
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if is_dataclass(value):
        parts = (f"{field.name}={expression(getattr(value, field.name))}" for field in fields(value) if field.init)
        return f"{type(value).__name__}({', '.join(parts)})"
    if isinstance(value, tuple):
        return f"({''.join(f'{expression(part)}, ' for part in value).removesuffix(' ')})"
    return repr(value)


def classes(value: object) -> Iterator[type]:
    """Those that the expression names."""
    if isinstance(value, Enum) or is_dataclass(value):
        yield type(value)
    if is_dataclass(value):
        for field in (one for one in fields(value) if one.init):
            yield from classes(getattr(value, field.name))
    for part in value if isinstance(value, tuple) else ():
        yield from classes(part)


def main() -> None:
    """The whole module."""
    styles = read_shipped().value
    modules: dict[str, set[str]] = {}
    for kind in classes(styles):
        modules.setdefault(kind.__module__, set()).add(kind.__name__)
    out = [HEAD]
    for module, names in sorted(modules.items()):
        out.append(f"from {module} import {', '.join(sorted(names))}\n")
    made_from = digest((template_dir() / NAME).read_bytes())
    out.append(f'\nDIGEST = "{made_from}"\n"of the sheet.yaml that it was made from"\n')
    body = expression(styles).replace("((Role.", "(\n    (Role.").replace("), (Role.", "),\n    (Role.")
    out.append(f"\nSTYLES = {body}\n")
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write("".join(out))


if __name__ == "__main__":
    main()
