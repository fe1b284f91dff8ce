"""The names of item files and of issues' folders: a number in front gives the order, one behind the 期号."""

from __future__ import annotations

_DIGITS = "0123456789"
_LONGEST = 9
"digits that are looked at: nobody numbers a thousand million items"


def leading_number(name: str) -> int | None:
    """The number a file name begins with; None when it begins with something else."""
    count = next((i for i, char in enumerate(name) if char not in _DIGITS), len(name))
    return int(name[: min(count, _LONGEST)]) if count else None


def issue_of_folder(name: str) -> tuple[str, int] | None:
    """Series and number of a folder: `23` or `增刊1`, without leading zeros, so that each has one folder only."""
    series = name.rstrip(_DIGITS)
    number = name[len(series) :]
    if not number or number.startswith("0") or len(number) > 6 or (series and unfit_for_folder(series)):
        return None
    return series, int(number)


def unfit_for_folder(series: str) -> bool:
    """Whether a 系列 cannot be the beginning of a folder's name: letters only, at most 20."""
    return not series.isalpha() or len(series) > 20 or series == "templates"
