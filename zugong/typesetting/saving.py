"""删几个字可少一面: what saves a page, and what gives the colophon (版记) company."""

from __future__ import annotations

from zugong.classes import replace
from zugong.typesetting.composed import Composed
from zugong.typesetting.ending import CARRIED_LINES
from zugong.typesetting.flow import Flow
from zugong.typesetting.grid import Strip
from zugong.typesetting.remarks import Change, Remark, Texts, loss_of, name_of
from zugong.typesetting.shortening import fewest_to_gain

_WORTH = 8
"lines up to which it is worth while to shorten or lengthen an issue for the sake of a page"

_MOST_PAGES = 60
"pages: each paragraph is tried, and each trial flows the whole issue"

_SLACK = 10
"characters that a line of narrow marks may hold beyond the grid"


def fewer_pages(issue: Composed, texts: Texts) -> tuple[Remark, ...]:
    """删几个字可少一面: in one paragraph, or shared out over several if that is fewer; not of a book."""
    if issue.flow.page_count > _MOST_PAGES:
        return ()
    single, spread = _single(issue, texts), _spread(issue, texts)
    remarks: list[Remark] = []
    # An even number stays even.
    saved = "两" if issue.foot.even else "一"
    foot = _foot_state(issue)
    gain = _gain(issue, texts) if foot else None
    if foot or single:
        cures = [f"{single}可少{saved}面" if single else "", f"给 {gain[0]}（{gain[1]} 行）凑够正文" if gain else ""]
        told = "，或者".join(cure for cure in cures if cure)
        message = f"{foot}：{told}" if foot and told else foot or told
        remarks.append(Remark(message, (single,) if single else (), (gain[0],) if gain else (), bool(foot)))
    if spread and (single is None or _total(spread) < _total((single,))):
        listed = "、".join(map(str, spread))
        remarks.append(Remark(f"分几处删，共 {_total(spread)} 字，也可少{saved}面：{listed}", spread))
    return tuple(remarks)


def _flow(issue: Composed, more: dict[int, int]) -> Flow:
    """Where everything would stand if pieces had so many lines more, or fewer."""
    pieces = tuple(
        replace(piece, lines=((),) * (len(piece.lines) + more[index]))
        if index in more and isinstance(piece, Strip)
        else piece
        for index, piece in enumerate(issue.pieces)
    )
    return issue.flow_of(pieces)


def _saves(issue: Composed, more: dict[int, int]) -> bool:
    """Whether an issue so changed has fewer pages."""
    return _flow(issue, more).page_count < issue.flow.page_count


def _total(changes: tuple[Change, ...]) -> int:
    return sum(abs(change.characters) for change in changes)


def _single(issue: Composed, texts: Texts) -> Change | None:
    """The paragraph from which the fewest characters must go to save a page."""
    found: list[Change] = []
    for piece, text in texts.items():
        most = min(_WORTH, text.lines - 1)
        if not _saves(issue, {piece: -most}):
            continue
        lines = next(lines for lines in range(1, most + 1) if _saves(issue, {piece: -lines}))
        change = loss_of(texts, piece, lines)
        found.extend([change] if change else [])
    return min(found, key=lambda change: (-change.characters, change.piece), default=None)


def _spread(issue: Composed, texts: Texts) -> tuple[Change, ...]:
    """One line less in each of several paragraphs: those where it costs the fewest characters."""
    long = [piece for piece, text in texts.items() if text.lines > 1]
    if not any(_saves(issue, dict.fromkeys(some, -1)) for some in (long[:_WORTH], long[-_WORTH:])):
        return ()
    losses = [loss for piece in texts if (loss := loss_of(texts, piece, 1))]
    losses.sort(key=lambda loss: (-loss.characters, loss.piece))
    for count in range(2, min(len(losses), _WORTH) + 1):
        taken = losses[:count]
        if _saves(issue, _less(taken)):
            return tuple(sorted(_needed(issue, taken), key=lambda loss: loss.piece))
    return ()


def _less(losses: list[Change]) -> dict[int, int]:
    """A line less in each paragraph."""
    return {loss.piece: -1 for loss in losses}


def _needed(issue: Composed, losses: list[Change]) -> list[Change]:
    """Without those that save nothing: what stands before a table or the end of a page may be shortened in vain."""
    for loss in reversed(losses):
        others = [other for other in losses if other is not loss]
        if _saves(issue, _less(others)):
            losses = others
    return losses


def _foot_state(issue: Composed) -> str:
    """What is unlovely about the last page; empty: nothing."""
    last = issue.flow.page_count
    text = any(slot.page == last - 1 for slot in issue.flow.slots)
    forced = "为凑成双数面，" if _is_forced(issue) else ""
    if not issue.foot.rows:
        return f"{forced}第 {last} 面空白" if forced else ""
    if not text:
        return f"{forced}版记独占第 {last} 面"
    if issue.flow.carried:
        return f"{forced}第 {last} 面只有带过去的 {issue.flow.carried} 行和版记"
    return ""


def _is_forced(issue: Composed) -> bool:
    """Whether there is a page more only for the sake of an even number."""
    free = replace(issue, foot=replace(issue.foot, even=False))
    return free.flow_of(issue.pieces).page_count < issue.flow.page_count


def _gain(issue: Composed, texts: Texts) -> tuple[Change, int] | None:
    """What makes the last paragraph so long that the colophon has company of itself, and in how many lines."""
    piece = max(texts, default=None)
    if piece is None:
        return None
    for lines in range(1, _WORTH + 1):
        longer = _flow(issue, {piece: lines})
        own = sum(slot.page == longer.page_count - 1 for slot in longer.slots)
        if longer.page_count == issue.flow.page_count and not longer.carried and own >= CARRIED_LINES:
            text = texts[piece]
            count = fewest_to_gain(text, text.lines + lines, lines * issue.sheet.styles.page.characters + _SLACK)
            return (Change(piece, count, name_of(texts, piece)), lines) if count else None
    return None
