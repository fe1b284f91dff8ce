"""Where the shipped templates and fonts are, in a wheel and in a checkout alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path

SHIPPED_FAMILIES = (
    "Zg FangSong",
    "Zg FangSong Bold",
    "Zg Kai",
    "Zg Hei",
    "Zg Song",
    "Zg Song Bold",
    "Zg WenKai",
    "Zg Latin",
    "Zg Latin Bold",
)
"faces that sheet.yaml may name under 随附; those that are missing or switched off among them"

_PACKAGE = Path(__file__).resolve().parent


@cache
def template_dir() -> Path:
    """The shipped templates: inside the wheel, or beside the package in an editable install."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


def font_dir() -> Path:
    """The shipped faces (字体), one folder for each licence."""
    return _PACKAGE / "fonts"


def word_list() -> str:
    """The shipped list of wrong forms, tab-separated."""
    return (_PACKAGE / "checks" / "data" / "wordlist.tsv").read_text(encoding="utf-8")
