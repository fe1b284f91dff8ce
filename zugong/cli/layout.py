"""Layout advice (版面建议) as the editor reads it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.model.issue import IssueKey
    from zugong.results import LaidOut
    from zugong.typesetting.advice import Advice


def advice_on(laid_out: LaidOut) -> Advice:
    """The advice for an issue on paper."""
    from zugong.typesetting.advice import advise

    return advise(laid_out.composed)


def told(key: IssueKey, advice: Advice) -> tuple[str, ...]:
    """All of it, one line each."""
    remarks = tuple(f"  {remark.message}" for remark in advice.remarks)
    return (f"{key} 版面：{advice.summary}。", *(remarks or ("  各段末行都不短，面数也没有好减的。",)))


def in_short(key: IssueKey, advice: Advice) -> str:
    """One line, with what is urgent and where the rest can be read."""
    urgent = [remark.message for remark in advice.remarks if remark.is_urgent]
    more = len(advice.remarks) - len(urgent)
    hint = f"（另有 {more} 条建议：zugong check --layout {key}）" if more else ""
    return f"版面：{'；'.join((advice.summary, *urgent))}{hint}。"
