"""What is impossible about a sheet, told once for each place where it can be mended."""

from __future__ import annotations

from collections.abc import Iterable

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, error
from zugong.sources.sheet_places import Place, Way

_SHOWN = 3
"names of paragraphs that one message lists"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be printed."""

    subject: str
    "what it is about: a kind of paragraph, 版心 …; several subjects of one place are told together"
    told: str
    "the rest of the sentence, the same for all that is told together"
    ways: tuple[Way, ...]
    "the fields on which it depends: it is told at the last of those that the office wrote"
    advice: str
    "of several told together, that of the first is shown"
    rule: str = "impossible-sheet"


def told_in_place(faults: Iterable[Fault], places: dict[Way, Place], start: Location) -> list[Problem]:
    """A problem for each place and rule, with all that goes wrong there by the same cause."""
    groups: dict[tuple[Place, str, str], list[Fault]] = {}
    for fault in faults:
        written = [places[way] for way in fault.ways if way in places]
        place = max(written, default=Place(start))
        groups.setdefault((place, fault.rule, fault.told), []).append(fault)
    return [_problem(place, several) for (place, _, _), several in groups.items()]


def _problem(place: Place, faults: list[Fault]) -> Problem:
    first = faults[0]
    subjects = list(dict.fromkeys(fault.subject for fault in faults))
    names = "、".join(subjects[:_SHOWN]) + (f"等 {len(subjects)} 种" if len(subjects) > _SHOWN else "")
    return error(first.rule, f"{names}{first.told}", place.origin, first.advice, place.length)
