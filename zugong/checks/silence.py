"""What editors and offices have silenced (忽略), and what they forgot to take away again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zugong.checks.passages import Manuscript, Passage
from zugong.checks.rule import Check
from zugong.classes import dataclass, replace
from zugong.diagnostics import Location, Problem, Severity, Silenced, doubt, hint
from zugong.model.ignores import RuleSetting
from zugong.model.prose import Text
from zugong.text.likeness import nearest

WRONG, UNUSED, UNREASONED = "wrong-ignore", "unused-ignore", "ignore-without-reason"

_SENTENCE_ENDS = "。！？；"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What is told, and what is not."""

    problems: tuple[Problem, ...]
    silenced: tuple[Silenced, ...]


@dataclass(slots=True)
class _Ignore:
    """An ignore and what it covers."""

    rule: Text
    reason: str
    path: str
    passage: Passage | None
    "None: the whole file"
    start: int = 0
    end: int = 0
    used: bool = False

    def covers(self, problem: Problem, rule: str) -> bool:
        """Whether it silences this problem; `rule` is the id it names."""
        if problem.rule != rule or problem.origin.path != self.path:
            return False
        at = None if self.passage is None else _offset(self.passage, problem.origin)
        return self.passage is None or (at is not None and self.start <= at < self.end)


def reviewed(
    issue: Manuscript, problems: tuple[Problem, ...], settings: tuple[RuleSetting, ...], table: Mapping[str, Check]
) -> Reviewed:
    """The problems without those silenced, and what is wrong with the ignores; `table` finds a rule by id or name."""
    told: list[Problem] = []
    silenced: list[Silenced] = []
    by_office = {table[one.rule.content].rule: one for one in settings if _may_be_set(one, table)}
    ignores = [one for one in _ignores(issue) if one.rule.content in table]
    for problem in problems:
        setting = by_office.get(problem.rule)
        ignore = next((one for one in ignores if one.covers(problem, table[one.rule.content].rule)), None)
        if ignore is not None and problem.severity is not Severity.ERROR:
            ignore.used = True
            silenced.append(Silenced(problem, ignore.reason, ignore.rule.origin))
        elif setting is None:
            told.append(problem)
        elif setting.severity is None:
            silenced.append(Silenced(problem, setting.reason, setting.rule.origin))
        else:
            told.append(replace(problem, severity=setting.severity))
    told += _complaints(issue, settings, table, ignores)
    return Reviewed(tuple(told), tuple(silenced))


def _may_be_set(setting: RuleSetting, table: Mapping[str, Check]) -> bool:
    check = table.get(setting.rule.content)
    return check is not None and not _needed(check)


def _needed(check: Check) -> bool:
    """Without these an issue cannot be printed."""
    return check.severity is Severity.ERROR


def _ignores(issue: Manuscript) -> Iterator[_Ignore]:
    for item in issue.draft.items:
        for one in item.ignores:
            yield _Ignore(one.rule, one.reason, item.origin.path, None)
    for passage in (*issue.passages, *issue.labels):
        for placed in passage.ignores:
            start, end = (0, len(passage.content) + 1) if placed.at is None else _sentence(passage.content, placed.at)
            yield _Ignore(placed.rule, placed.reason, placed.rule.origin.path, passage, start, end)


def _sentence(text: str, at: int) -> tuple[int, int]:
    """The sentence that character stands in; just behind its end, the one before."""
    anchor = max(at - 1, 0)
    start = max(text.rfind(mark, 0, anchor) for mark in _SENTENCE_ENDS) + 1
    ends = [text.find(mark, anchor) for mark in _SENTENCE_ENDS]
    return start, min((end + 1 for end in ends if end >= 0), default=len(text) + 1)


def _offset(passage: Passage, place: Location) -> int | None:
    """The character of a passage that stands at a place."""
    stops = (*passage.starts[1:], len(passage.content))
    for start, stop, origin in zip(passage.starts, stops, passage.origins, strict=True):
        ahead = place.column - origin.column
        if origin.line == place.line and origin.path == place.path and 0 <= ahead < max(stop - start, 1):
            return start + ahead
    return None


def _complaints(
    issue: Manuscript, settings: tuple[RuleSetting, ...], table: Mapping[str, Check], ignores: list[_Ignore]
) -> Iterator[Problem]:
    every = [(one.rule, one.reason) for one in _ignores(issue)] + [(one.rule, one.reason) for one in settings]
    for rule, reason in every:
        check = table.get(rule.content)
        if check is None:
            yield _unknown(rule, table)
        elif _needed(check):
            message = f"“{check.name}”是必须改的错误，不能忽略"
            yield doubt(WRONG, message, rule.origin, "删去这一条", len(rule.content))
        elif not reason:
            message = f"忽略“{check.name}”没有写理由"
            yield hint(UNREASONED, message, rule.origin, "写上理由，别人才知道为什么", len(rule.content))
    for one in ignores:
        if not one.used and not _needed(table[one.rule.content]):
            message = f"这里已经没有“{table[one.rule.content].name}”可以忽略"
            yield doubt(UNUSED, message, one.rule.origin, "删去这一条忽略", len(one.rule.content))


def _unknown(rule: Text, table: Mapping[str, Check]) -> Problem:
    near = nearest(rule.content, table)
    advice = f"是不是“{near}”？" if near else "运行 zugong check --explain 看有哪些规则"
    return doubt(WRONG, f"没有“{rule.content[:30]}”这条规则", rule.origin, advice, len(rule.content))
