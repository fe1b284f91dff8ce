"""Slips in the make-up of an issue, as they happen between the mail box and the folder; nothing here knows the rules.

A slip takes a generator of chance and the files of an issue and gives the spoilt files with the place of the fault:
the file, the lines that an editor would look at, and the columns when the fault is a stretch of one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ISSUE = "issue.yaml"
ITEMS = ("01-桐城市.md", "02-怀宁县.md", "03-潜山市.md", "04-岳西县.md")
UNITS = ("桐城市", "怀宁县", "潜山市", "岳西县")
VERBS = ("抓", "强", "促", "提")
THREE = (
    ("抓学习", "抓组织", "抓督查"),
    ("强培训", "强队伍", "强保障"),
    ("促公开", "促规范", "促落实"),
    ("提站位", "提能力", "提质效"),
)
THEMES = ("推动条例落地", "加强队伍建设", "做好物资储备", "促进中医药发展")

HEAD = "---\n标题: {unit}“三{verb}”{theme}\n栏目: 市内信息\n供稿单位: {unit}委组织部\n---\n\n"
ISSUE_YAML = """日期: 2023年8月22日
版记:
  - 报: 省委组织部，本部领导。
  - 送: 各县（市、区）委书记，市委各部委。
  - 发: 各县（市、区）委组织部。
"""
UNITS_YAML = "单位:\n" + "".join(f"  - {{名称: {unit}, 类别: 县}}\n" for unit in UNITS)
BULLETIN_YAML = "刊名: 组工信息\n编发单位: 市委组织部\n栏目:\n  - 市内信息\n  - 市外参考\n"
BESIDE = {
    "issues/bulletin.yaml": BULLETIN_YAML,
    "issues/units.yaml": UNITS_YAML,
    "issues/2023/22/issue.yaml": "日期: 2023年8月10日\n",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the fault is."""

    file: str
    lines: range
    columns: range = range(1, 10_000)


def sound_issue(texts):
    """Four items of three paragraphs each, with nothing wrong in their make-up."""
    files = {ISSUE: ISSUE_YAML}
    for index, name in enumerate(ITEMS):
        head = HEAD.format(unit=UNITS[index], verb=VERBS[index], theme=THEMES[index])
        leads = zip(THREE[index], texts[3 * index : 3 * index + 3], strict=True)
        files[name] = head + "\n\n".join(f"**{lead}。**{text}" for lead, text in leads) + "\n"
    return files


def _swap(pattern, new, lines=None, columns=None):
    """In some item, the text that fits becomes something else; the fault is there, or where it is said to be."""

    def slip(rng, files):
        name = rng.choice(ITEMS)
        return _changed(
            files, name, rng.choice(list(re.finditer(pattern, files[name], re.MULTILINE))), new, lines, columns
        )

    return slip


def _in_issue(pattern, new, lines=None):
    def slip(_, files):
        return _changed(files, ISSUE, re.search(pattern, files[ISSUE], re.MULTILINE), new, lines)

    return slip


def _changed(files, name, found, new, lines=None, columns=None):
    text, put = files[name], found.expand(new)
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    if columns is None:
        columns = range(1, 10_000) if lines else range(column, column + len(put) + 1)
    place = Place(name, lines or range(line, line + 1), columns)
    return {**files, name: text[: found.start()] + put + text[found.end() :]}, place


def _same_headline(rng, files):
    """An item was begun as a copy of another, and its headline stayed."""
    first, second = sorted(rng.sample(ITEMS, 2))
    headline = files[first].split("\n")[1]
    rows = files[second].split("\n")
    return {**files, second: "\n".join([rows[0], headline, *rows[2:]])}, Place(second, range(2, 3))


def _no_body(rng, files):
    """The text was never pasted."""
    name = rng.choice(ITEMS)
    return {**files, name: files[name].split("\n\n")[0] + "\n"}, Place(name, range(6))


def _unit_again(rng, files):
    """The unit signed its own text, and the head names it too."""
    name = rng.choice(ITEMS)
    unit = f"（{UNITS[ITEMS.index(name)]}委组织部）"
    text = files[name].rstrip("\n") + unit
    row = text.split("\n")[-1]
    last = text.count("\n") + 1
    return {**files, name: text + "\n"}, Place(
        name, range(last, last + 1), range(len(row) - len(unit) + 1, len(row) + 1)
    )


def _colophon_turned(rng, files):
    """Two lines of the colophon have changed places."""
    rows = files[ISSUE].split("\n")
    one, other = sorted(rng.sample(range(2, 5), 2))
    rows[one], rows[other] = rows[other], rows[one]
    return {**files, ISSUE: "\n".join(rows)}, Place(ISSUE, range(4, 6), range(1, 8))


def _stop_lost(rng, files):
    rows = files[ISSUE].split("\n")
    line = rng.choice((2, 3, 4))
    rows[line] = rows[line].rstrip("。")
    end = len(rows[line])
    return {**files, ISSUE: "\n".join(rows)}, Place(ISSUE, range(line + 1, line + 2), range(end, end + 2))


HEAD_LINES = range(6)
HEADLINE = range(2, 3)
LEAD = range(1, 9)
"columns of a lead phrase with its stars"

STRUCTURE = {
    "供稿单位一行漏了": _swap(r"供稿单位: .*\n", "", HEAD_LINES),
    "供稿单位没有填": _swap(r"(?<=供稿单位:) .*", "", HEAD_LINES),
    "供稿单位写错一个字": _swap(r"(?<=供稿单位: ..)[县市]", "区", range(4, 5)),
    "供稿单位带了括号": _swap(r"(?<=供稿单位: )(.*)", r"（\1）"),
    "供稿单位写了两遍": _unit_again,
    "栏目一行漏了": _swap(r"栏目: .*\n", "", HEAD_LINES),
    "栏目写错一个字": _swap("市内信息", "市内消息"),
    "栏目的字打错": _swap("^栏目", "栏日", range(3, 4)),
    "标题没有填": _swap(r"(?<=标题:) .*", "", HEAD_LINES),
    "标题带了三角": _swap(r"(?<=标题: )", "△"),
    "标题带了句号": _swap(r"(?<=标题: )(.*)", r"\1。", HEADLINE),
    "标题漏了单位": _swap(r"(?<=标题: ).{3}", ""),
    "标题和别篇相同": _same_headline,
    "标题的数目错": _swap(r"“三(?=[抓强促提]”)", "“四"),
    "段首语多一个字": _swap(r"(?<=^\*\*[抓强促提])", "好", columns=LEAD),
    "段首语少一个字": _swap(r"(?<=^\*\*[抓强促提].).(?=。\*\*)", "", columns=LEAD),
    "段首语漏了句号": _swap(r"(?<=^\*\*...)。", "", columns=LEAD),
    "段首语的句号在外面": _swap(r"。\*\*", "**。", columns=LEAD),
    "段首语只写了一半星号": _swap(r"(?<=。)\*\*", "", columns=LEAD),
    "段首语的星号是全角": _swap(r"^\*\*(...。)\*\*", r"＊＊\1＊＊"),
    "从网页粘来的空格": _swap(r"(?<=。\*\*)", "&nbsp;"),
    "正文没有粘上": _no_body,
    "开头少了一行横线": _swap(r"(?<=部\n)---\n", "", range(10)),
    "日期没有填": _in_issue(r"(?<=日期:) .*", "", range(3)),
    "日期一行漏了": _in_issue(r"日期: .*\n", "", range(3)),
    "日期早于上一期": _in_issue(r"8月22日", "8月2日", range(1, 2)),
    "日期写成上一年": _in_issue("2023年", "2022年", range(1, 2)),
    "日期写成下一年": _in_issue("2023年", "2024年", range(1, 2)),
    "日历上没有的日期": _in_issue("8月22日", "8月32日", range(1, 2)),
    "版记次序颠倒": _colophon_turned,
    "版记漏了句号": _stop_lost,
}

HINTED = {
    "标题太长": _swap(r"(?<=标题: )(.*)", r"\1坚持问题导向聚焦关键环节全面推动各项重点工作落地见效", HEADLINE),
    "只剩一个段首语": _swap(r"(?s)(^\*\*.*?)\n\n.*", r"\1", range(7, 8)),
    "标题自带单位": _swap(r"(?s)(?<=标题: )(...)(.*?)\n供稿单位: [^\n]*", r"\1：\2", HEADLINE),
    "版记最后用了逗号": _in_issue("省委组织部，本部领导", "省委组织部、省委宣传部，省委统战部", range(3, 4)),
}
"told with --all"

UNSEEN_BY_RULES = {
    "供稿单位写成别的县": _swap(r"(?<=供稿单位: )...", "岳西县", range(4, 5)),
    "日期错一天": _in_issue("22日", "23日", range(1, 2)),
    "栏目放错": _swap("市内信息", "市外参考"),
    "段首语和正文不合": _swap(r"(?<=^\*\*[抓强促提])..(?=。)", "宣传"),
}
"nothing in the files says what would be right"
