"""Bodies (正文) and their lead phrases (段首语)."""

from __future__ import annotations

from collections.abc import Iterator

from zugong.checks.context import Context
from zugong.diagnostics import Location, Problem, doubt, error
from zugong.model.issue import IssueDraft
from zugong.model.prose import Paragraph, Run

_CLOSING = "。！？：；，、…—!?:;,."
_QUOTES = "”’』」）》】〉〕\"')"


def empty_body(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """只有标题、没有正文。"""
    return tuple(
        error("empty-body", "没有正文", Location(item.origin.path, 0), _where_to_write(item.origin.path))
        for item in draft.items
        if item.complete and not item.body
    )


def _where_to_write(path: str) -> str:
    if path.lower().endswith(".md"):
        return "在第二个“---”下面空一行，写正文"
    return "加一行“正文: |”，文字从下一行写起，每行前面空两格"


def lead_without_closing_mark(draft: IssueDraft, _: Context) -> tuple[Problem, ...]:
    """段首语末尾没有标点，和后面的句子连成一片。标点写在两个星号里面：**双向选择。**"""
    paragraphs = [*draft.editors_note, *(paragraph for item in draft.items for paragraph in item.paragraphs)]
    prose = (paragraph for paragraph in paragraphs if paragraph.level == 0)
    return tuple(problem for paragraph in prose for problem in _open_leads(paragraph))


def _open_leads(paragraph: Paragraph) -> Iterator[Problem]:
    for lead, following in _leads(paragraph):
        phrase = "".join(run.content for run in lead).rstrip()
        bare = phrase.rstrip(_QUOTES)
        if not bare or bare[-1] in _CLOSING or phrase[-1] in _CLOSING:
            continue
        last = lead[-1]
        place = last.origin.shifted(max(len(last.content.rstrip()) - 1, 0))
        outside = following.lstrip()[:1]
        if outside and outside in _CLOSING:
            advice = f"把“{outside}”移到两个星号里面：**{_short(phrase)}{outside}**"
        else:
            advice = f"在两个星号里面加“。”：**{_short(phrase)}。**"
        message = f"段首语“{_short(phrase)}”末尾没有标点"
        yield doubt("lead-without-closing-mark", message, place, advice)


def _leads(paragraph: Paragraph) -> Iterator[tuple[list[Run], str]]:
    """Each lead phrase as its runs, and the text behind it."""
    open_runs: list[Run] = []
    for run in paragraph.runs:
        if run.lead:
            open_runs.append(run)
        elif open_runs:
            yield open_runs, run.content
            open_runs = []
    if open_runs:
        yield open_runs, ""


def _short(phrase: str) -> str:
    return phrase if len(phrase) <= 16 else phrase[:15] + "…"
