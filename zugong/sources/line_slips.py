"""Lines of a body that were meant to be a heading, a figure or a remark and are none, by one sign; and figures."""

from __future__ import annotations

from zugong.diagnostics import Problem, doubt, error
from zugong.sources.nodes import Line
from zugong.text.patterns import Pattern, pairs

_TIGHT_HEADING = Pattern(
    r"#{1,4}(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])",
    "#",
)
_FULL_WIDTH_HEADING = Pattern(r"[#＃]{1,4}(?=[ \t\u3000]*\S)", "＃")
_LONE_HEADING = Pattern(r"[#＃]{1,6}$", "#＃")
_FIGURE = Pattern(
    r"[!！][ \t]*[\[［【][^\[\]［］【】]*[\]］】][ \t]*[(（][^()（）]*[)）]$", "!！", pairs("]］】", "(（ \t")
)


def heading_slip(line: Line) -> Problem | None:
    """A line that begins with # and is no heading."""
    content = line.content
    if _LONE_HEADING.match(content):
        return doubt(
            "markdown-structure", "“#”后面没有文字，会原样印出", line.origin, "写上小标题，或者删去这一行", len(content)
        )
    full = _FULL_WIDTH_HEADING.match(content)
    if full and "＃" in full.group():
        message = "“＃”是全角的，不会成为小标题，会原样印出"
        return doubt("markdown-structure", message, line.origin, "改成半角的 #，后面空一格", full.end())
    found = _TIGHT_HEADING.match(content)
    if found is None:
        return None
    message = "“#”后面没有空格，不会成为小标题，会原样印出"
    return doubt("markdown-structure", message, line.origin, "是小标题，就在 # 后面空一格", found.end())


def comment_slip(line: Line) -> Problem | None:
    """A remark that is not closed on its line; `zugong` remarks are told where they are read."""
    at = line.content.find("<!--")
    if at < 0 or "-->" in line.content[at:] or "zugong" in line.content[at:]:
        return None
    message = "“<!--”没有在本行结束，会原样印出"
    return doubt("markdown-structure", message, line.origin.shifted(at), "不想印出来就删去这些字", 4)


def is_figure(line: Line) -> bool:
    """Whether a trimmed line is a figure and nothing else."""
    content = line.content
    return content.startswith("![") and content.endswith(")") and content.count("](") == 1


def figure_slip(line: Line) -> Problem | None:
    """A figure with a sign of the Chinese keyboard in it; asked only of lines that are no figures."""
    if not _FIGURE.match(line.content):
        return None
    message = "图片的写法里有全角的符号，不会成为图片"
    advice = "叹号和括号都用半角：![图注](图片/甲.png)"
    return error("figure-not-understood", message, line.origin, advice, len(line.content))
