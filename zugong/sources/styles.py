"""The Styles that hold in a workspace; the shipped sheet.yaml is only read where it is not as it was shipped."""

from __future__ import annotations

from pathlib import Path

from zugong.hashes import data_digest
from zugong.model.styles import Styles
from zugong.resources import template_dir
from zugong.sources.reading import Reading

NAME = "sheet.yaml"


def read_styles(root: Path) -> Reading[Styles | None]:
    """templates/sheet.yaml below issues/, if there is one, over the shipped one."""
    shipped = _shipped()
    own = root / "issues" / "templates" / NAME
    if shipped.value is None or not own.exists():
        return shipped
    from zugong.sources.sheet import read_sheet

    read = read_sheet(root, own, shipped.value)
    return Reading(read.value, (*shipped.problems, *read.problems))


def _shipped() -> Reading[Styles | None]:
    from zugong.sources.shipped_sheet import DIGEST, STYLES

    try:
        if digest((template_dir() / NAME).read_bytes()) == DIGEST:
            return Reading(STYLES)
    except OSError:
        pass  # reading it says what is wrong
    from zugong.sources.sheet import read_shipped

    return read_shipped()


def digest(content: bytes) -> str:
    """By which a sheet is known; line ends count as one, since git may change them."""
    return data_digest(content.replace(b"\r\n", b"\n"))
