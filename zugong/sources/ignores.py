"""Rules that an item ignores or an office judges otherwise, as read; whether there are such rules, the checks know."""

from __future__ import annotations

from zugong.diagnostics import Severity
from zugong.model.ignores import Ignore, RuleSetting
from zugong.sources.record import Record, inner_record

_SEVERITIES = {severity.word: severity for severity in Severity}


def read_ignores(record: Record) -> tuple[Ignore, ...]:
    """`检查: {忽略: [规则名], 理由: ……}` of an item; each may have a reason of its own."""
    checks = inner_record(record, "checks")
    if checks is None:
        return ()
    shared = _reason(checks)
    named = [(inner.required_text("rule_name"), _reason(inner)) for inner in checks.records("ignored")]
    return tuple(Ignore(rule, reason or shared) for rule, reason in named if rule and rule.content)


def read_rule_settings(record: Record) -> tuple[RuleSetting, ...]:
    """`检查` of bulletin.yaml; a rule named without 级别 is off."""
    found: list[RuleSetting] = []
    for inner in record.records("checks"):
        rule, word = inner.required_text("rule_name"), inner.choice("severity")
        if rule and rule.content:
            found.append(RuleSetting(rule, _SEVERITIES.get(word or "off"), _reason(inner)))
    return tuple(found)


def _reason(record: Record) -> str:
    text = record.text("reason")
    return text.content if text else ""
