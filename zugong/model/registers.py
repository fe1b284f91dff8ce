"""The office's own registers: units (单位登记簿) and set phrases (用语登记簿)."""

from __future__ import annotations

from datetime import date

from zugong.classes import dataclass
from zugong.model.prose import Text


@dataclass(frozen=True, slots=True)
class Unit:
    """单位: a place or an office that bulletins speak of."""

    name: Text
    "名称, e.g. 潜山市"
    short_forms: tuple[str, ...]
    "简称: other names that may be used"
    kind: str
    "类别: 县、县级市、区、部门 …; empty when not given"
    since: date | None
    "起: first day of the name"
    until: date | None
    "止: last day of the name"
    successor: str
    "改为: the name after that; empty: none"
    area: float | None
    "面积, square kilometres"
    households: int | None
    "户数"

    def valid_on(self, day: date) -> bool:
        """Whether the unit bore this name then."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the short forms."""
        return (self.name.content, *self.short_forms)


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """固定表述: how the office wants something written."""

    wrong: str
    "错"
    right: str
    "对"
    exceptions: tuple[str, ...]
    "例外: longer texts in which the wrong form is right"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """简称 that must be spelled out where it comes first."""

    short: str
    full: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What issues/terms.yaml says."""

    phrases: tuple[SetPhrase, ...] = ()
    "固定表述"
    quoted: tuple[str, ...] = ()
    "须加引号"
    abbreviations: tuple[Abbreviation, ...] = ()
    "首次用全称"
    allowed: tuple[str, ...] = ()
    "放过: texts that no rule of wording or terms may complain about"


@dataclass(frozen=True, slots=True)
class Registers:
    """Both registers; empty where the office keeps none."""

    units: tuple[Unit, ...]
    "in the office's order (县（市、区）次序)"
    terms: Terms


NO_REGISTERS = Registers((), Terms())
"of an office that keeps none"
