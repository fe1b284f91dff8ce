"""What a rule (规则) is: a small function and everything an editor may ask about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from zugong.checks.context import Context
from zugong.checks.passages import Finding, Manuscript, Passage
from zugong.checks.zones import ADDRESSES, ZoneKind, in_zone
from zugong.classes import dataclass
from zugong.diagnostics import Fix, Problem, Severity
from zugong.model.issue import IssueDraft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias


class Family(Enum):
    """规则的类别."""

    STRUCTURE = "结构"
    PUNCTUATION = "标点"
    NUMERALS = "数字和单位"
    WORDING = "用词"
    TERMS = "术语"
    REGISTERS = "登记簿"
    SILENCE = "忽略"


Finder: TypeAlias = Callable[[Manuscript, Context], tuple[Problem, ...]]
OfDraft: TypeAlias = Callable[[IssueDraft, Context], tuple[Problem, ...]]
OfPassage: TypeAlias = Callable[[Passage, Context], Iterable[Finding]]
OfManuscript: TypeAlias = Callable[[Manuscript, Context], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the table."""

    rule: str
    "id in words"
    name: str
    "规则名: what the editor calls it"
    family: Family
    severity: Severity
    basis: str
    "依据: the clause or practice it rests on"
    wrong: str
    "an example that it reports"
    right: str
    "the same, as it should be"
    find: Finder
    manual: str
    "its page of the manual"
    fixable: bool = False
    "whether `--fix` may apply it"


def structure(
    rule: str,
    name: str,
    severity: Severity,
    find: OfDraft,
    wrong: str,
    right: str,
    basis: str = "本程序的文件格式",
    family: Family = Family.STRUCTURE,
) -> Check:
    """A rule on the fields and files of an issue; it makes its own problems."""

    def found(issue: Manuscript, context: Context) -> tuple[Problem, ...]:
        return find(issue.draft, context)

    return Check(rule, name, family, severity, basis, wrong, right, found, _manual(find))


def each_passage(
    family: Family,
    rule: str,
    name: str,
    severity: Severity,
    find: OfPassage,
    wrong: str,
    right: str,
    basis: str,
    *,
    but: frozenset[ZoneKind] = ADDRESSES,
    fixable: bool = False,
) -> Check:
    """A rule that reads one headline, heading or paragraph at a time, and says nothing in zones of the kinds `but`."""

    def found(issue: Manuscript, context: Context) -> tuple[Problem, ...]:
        findings = (one for passage in _read_by(family, issue) for one in find(passage, context))
        return _told(_not_allowed(findings, family, context), rule, severity, but)

    return Check(rule, name, family, severity, basis, wrong, right, found, _manual(find), fixable)


def whole_issue(
    family: Family,
    rule: str,
    name: str,
    severity: Severity,
    find: OfManuscript,
    wrong: str,
    right: str,
    basis: str,
    *,
    but: frozenset[ZoneKind] = ADDRESSES,
    fixable: bool = False,
) -> Check:
    """A rule that compares passages of an issue with one another or with a register."""

    def found(issue: Manuscript, context: Context) -> tuple[Problem, ...]:
        return _told(_not_allowed(find(issue, context), family, context), rule, severity, but)

    return Check(rule, name, family, severity, basis, wrong, right, found, _manual(find), fixable)


def _read_by(family: Family, issue: Manuscript) -> tuple[Passage, ...]:
    """Words are wrong in a table too; marks, numerals and units follow other customs there."""
    return (*issue.passages, *issue.labels) if family in (Family.WORDING, Family.TERMS) else issue.passages


def _told(findings: Iterable[Finding], rule: str, severity: Severity, but: frozenset[ZoneKind]) -> tuple[Problem, ...]:
    return tuple(_problem(one, rule, severity) for one in findings if not in_zone(one.passage.zones, one.start, but))


def _not_allowed(findings: Iterable[Finding], family: Family, context: Context) -> Iterable[Finding]:
    """Without what the office's terms.yaml lets pass (放过)."""
    allowed = context.registers.terms.allowed
    if not allowed or family not in (Family.WORDING, Family.TERMS):
        return findings
    return (one for one in findings if not any(_inside(one, text) for text in allowed))


def _inside(finding: Finding, text: str) -> bool:
    nearby = finding.passage.content[max(finding.end - len(text), 0) : finding.start + len(text)]
    return text in nearby


def _problem(finding: Finding, rule: str, severity: Severity) -> Problem:
    """A fix must stand on one line of the file; a longer finding is told without one."""
    start, end, passage = finding.start, finding.end, finding.passage
    length = passage.unbroken(start, end)
    fix = None
    if finding.put is not None and length == end - start:
        fix = Fix(passage.content[start:end], finding.put)
    return Problem(severity, rule, finding.message, passage.place(start), finding.hint, length, fix)


def _manual(find: Callable[..., object]) -> str:
    lines = [line.strip() for line in (find.__doc__ or "").splitlines()]
    return "".join(lines)
