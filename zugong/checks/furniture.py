"""What masthead (报头) and colophon (版记) ask for, against what the issue says."""

from __future__ import annotations

from zugong.checks.context import Context
from zugong.diagnostics import Location, Problem, doubt, error
from zugong.model.issue import IssueDraft, IssueKey


def missing_serial(draft: IssueDraft, context: Context) -> tuple[Problem, ...]:
    """报头、版记或者文件名里有 {总期号}，issue.yaml 却没有写总期号。"""
    if draft.serial is not None or not draft.complete or not _asked(draft, context, "{总期号"):
        return ()
    last = max((serial for _, serial in _serials_before(draft, context)), default=None)
    advice = f"加一行“总期号: {'……' if last is None else last + 1}”"
    return (error("missing-serial", "缺总期号", Location(draft.origin.path, 1), advice),)


def serial_gap(draft: IssueDraft, context: Context) -> tuple[Problem, ...]:
    """总期号没有接着上一期的总期号编。"""
    key, last = max(_serials_before(draft, context), default=(None, 0))
    if draft.serial is None or key is None or draft.serial == last + 1:
        return ()
    message = f"总期号是 {draft.serial}，上一期 {key} 是 {last}"
    advice = f"接着编是 {last + 1}；中间几期没有收在这里，就不必管"
    return (doubt("serial-gap", message, Location(draft.origin.path, 1), advice),)


def missing_signer(draft: IssueDraft, context: Context) -> tuple[Problem, ...]:
    """报头里有 {签发人}，这一期没有写签发人，那一处就不印。"""
    if draft.standing.signer is not None or not _asked(draft, context, "{签发人}"):
        return ()
    advice = "加一行“签发人: ……”；不用印，就写“签发人: 无”"
    return (doubt("missing-signer", "报头要印签发人，这一期没有写", Location(draft.origin.path, 1), advice),)


def signer_not_printed(draft: IssueDraft, context: Context) -> tuple[Problem, ...]:
    """写了签发人，报头里却没有 {签发人}，印不出来。"""
    signer = draft.standing.signer
    if signer is None or not signer.content or _asked(draft, context, "{签发人}"):
        return ()
    advice = '在 bulletin.yaml 的“报头”里加上 {签发人}，例如 - {左: "{编发单位}", 右: "签发：{签发人}"}'
    return (doubt("signer-not-printed", "写了签发人，报头里没有印它的地方", signer.origin, advice),)


def _serials_before(draft: IssueDraft, context: Context) -> list[tuple[IssueKey, int]]:
    """Those of earlier issues: what a later one says is not known to the fingerprint of a check."""
    same = (one for one in context.archive if one.key.series == draft.key.series and one.key < draft.key)
    return [(one.key, one.serial) for one in same if one.serial is not None]


def _asked(draft: IssueDraft, context: Context, placeholder: str) -> bool:
    """Whether a template that holds for this issue has the placeholder."""
    bulletin = context.bulletin.of_series(draft.key.series)
    templates = (bulletin.number_format, bulletin.file_name, *draft.standing.templates)
    return any(placeholder in text.content for text in templates if text is not None)
