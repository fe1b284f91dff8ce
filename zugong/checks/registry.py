"""All rules in one table, family by family; adding one is one function and one row."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from zugong.checks.context import Context
from zugong.checks.passages import Manuscript, manuscript
from zugong.checks.rule import Check
from zugong.checks.silence import Reviewed, reviewed
from zugong.checks.table_bodies import BODIES
from zugong.checks.table_furniture import FURNITURE
from zugong.checks.table_numerals import NUMERALS
from zugong.checks.table_punctuation import PUNCTUATION
from zugong.checks.table_registers import REGISTERS
from zugong.checks.table_silence import SILENCE
from zugong.checks.table_structure import STRUCTURE
from zugong.checks.table_wording import WORDING
from zugong.classes import replace
from zugong.diagnostics import Problem
from zugong.model.issue import IssueDraft
from zugong.sources.reading import capped

CHECKS: tuple[Check, ...] = (*STRUCTURE, *BODIES, *FURNITURE, *PUNCTUATION, *NUMERALS, *WORDING, *REGISTERS, *SILENCE)


@cache
def checks_by_name() -> Mapping[str, Check]:
    """Every rule by its id and by its Chinese name."""
    return {name: check for check in CHECKS for name in (check.rule, check.name)}


def check_draft(draft: IssueDraft, context: Context) -> tuple[Problem, ...]:
    """What all rules find and nobody has silenced, in the order of the table."""
    return review(draft, context).problems


def review(draft: IssueDraft, context: Context) -> Reviewed:
    """What all rules find, parted into what is told and what was silenced."""
    issue = manuscript(draft)
    found = reviewed(issue, found_in(issue, context), context.bulletin.rule_settings, checks_by_name())
    by_file: dict[str, list[Problem]] = {}
    for problem in found.problems:
        by_file.setdefault(problem.origin.path, []).append(problem)
    return replace(found, problems=tuple(one for problems in by_file.values() for one in capped(problems)))


def found_in(issue: Manuscript, context: Context) -> tuple[Problem, ...]:
    """What all rules find, silenced or not."""
    return tuple(problem for check in CHECKS for problem in check.find(issue, context))
