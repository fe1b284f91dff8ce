"""What an editor has silenced (忽略), where and why."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.diagnostics import Severity
from zugong.model.prose import Text


@dataclass(frozen=True, slots=True)
class Ignore:
    """One rule (规则) that an item does without: `检查: {忽略: [规则名]}` in its head."""

    rule: Text
    "id or Chinese name, as written"
    reason: str
    "理由; empty when none was given"


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What bulletin.yaml says of one rule for the whole office."""

    rule: Text
    "id or Chinese name, as written"
    severity: Severity | None
    "级别; None: off (关)"
    reason: str
    "理由; empty when none was given"
