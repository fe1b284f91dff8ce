"""The two printed issues, read from issues/, against their transcripts: every character, lead and paragraph.

The transcripts were made from paper and lost some things; what the files mend is listed here and nothing else.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from zugong.assembly import assemble
from zugong.model.issue import Issue, IssueKey
from zugong.model.prose import Paragraph
from zugong.sources.bulletin import read_bulletin
from zugong.sources.issue import read_issue
from zugong.text.dates import format_date

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "tests" / "data" / "seeds"

PAGE_BREAKS = {
    "2021/22": ("扩大“千|亿园区”", "示范点|建设、", "解决老|百姓关心"),
    "2023/23": ("核心|指标。", "“一季度一评议”，|采取党（工）委", "推进，及|时总结"),
}
"paragraphs that the transcript cuts where the printed page ended"

LOST_BOLD = {
    "2021/22": ("整合项目资源。", "抓摸排，强化平台搭建。", "项目思维管理。", "系统理念推进。"),
    "2023/23": (),
}
"leads that the transcript shows plain"

SMEARED_BOLD = {
    "2021/22": (),
    "2023/23": (
        (
            "**△宜秀区：精耕“书记项目”激发基层治理新动力。精准立项。**",
            "△宜秀区：精耕“书记项目”激发基层治理新动力。**精准立项。**",
        ),
    ),
}
"bold that the transcript lets begin too early"

SPACES = {
    "2021/22": (" 余个", " 万元产", " 项节", " 万亩", " 家，打", " 年村均", " 万元。", " 余次"),
    "2023/23": (" 万个",),
}
"what follows a digit where the transcript has put spaces around the number"

KEYS = [IssueKey(2021, 22), IssueKey(2023, 23)]


@pytest.fixture(scope="module")
def bulletin():
    reading = read_bulletin(ROOT)
    assert reading.problems == ()
    return reading.value


@pytest.mark.parametrize("key", KEYS, ids=str)
def test_reads_without_any_problem(bulletin, key):
    assert read_issue(ROOT, key, bulletin).problems == ()


@pytest.mark.parametrize("key", KEYS, ids=str)
def test_says_what_was_printed(bulletin, key):
    issue = assemble(read_issue(ROOT, key, bulletin).value, bulletin)
    assert told(issue) == transcript(str(key))


def told(issue: Issue) -> list[str]:
    """The issue in the manner of the transcripts, one string a paragraph."""
    bulletin, standing = issue.bulletin, issue.standing
    lines = [bulletin.title.content, bulletin.number_format.content.replace("{期号}", f" {issue.key.number} ")]
    lines += [bulletin.issuing_office.content, format_date(issue.issued_on)]
    for section in standing.sections if standing.contents else ():
        lines.append(f"★ {section.name}")
        lines += [f"- {item.headline}" for item in issue.items if item.section == section]
    lines += ["领导批示："] if standing.instruction_box else []
    lines += ["**编者按：**" + marked(paragraph) for paragraph in issue.editors_note]
    section = None
    for item in issue.items:
        lines += [item.section.name.content] if item.section and item.section != section else []
        section = item.section
        lines += item_lines(item)
    return lines + [f"{line.label}：{line.content}" for line in standing.distribution]


def item_lines(item) -> list[str]:
    body = [marked(paragraph) for paragraph in item.body]
    headline = f"△{item.headline}。"
    lines = [headline, *body] if item.headline_placement.value == "own-line" else [headline + body[0], *body[1:]]
    lines[-1] += "".join(f"（{unit}）" for unit in item.source_units)
    return lines


def marked(paragraph: Paragraph) -> str:
    return "".join(f"**{run.content}**" if run.lead else run.content for run in paragraph.runs)


def transcript(key: str) -> list[str]:
    """The transcript's paragraphs, with its listed slips mended; each slip must really be there."""
    text = (SEEDS / f"{key.replace('/', '-')}.txt").read_text(encoding="utf-8")
    for cut in PAGE_BREAKS[key]:
        text = replaced_once(text, cut.replace("|", "\n\n"), cut.replace("|", ""))
    for lead in LOST_BOLD[key]:
        text = replaced_once(text, lead, f"**{lead}**")
    for smeared, right in SMEARED_BOLD[key]:
        text = replaced_once(text, smeared, right)
    for unit in SPACES[key]:
        text = without_spaces(text, unit)
    lines = [line.strip().removeprefix("# ") for line in text.split("\n") if line.strip() not in ("", "---")]
    return [without_page(line) if line.startswith("- ") else date_without_spaces(line) for line in lines]


def replaced_once(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def without_spaces(text: str, unit: str) -> str:
    """`200 余个` and the space that stands before the number."""
    assert text.count(unit) == 1, unit
    before, after = text.split(unit)
    digits = before.rstrip("0123456789.")
    return digits.rstrip(" ") + before[len(digits) :] + unit.lstrip() + after


def without_page(line: str) -> str:
    return line.rpartition(" ")[0]


def date_without_spaces(line: str) -> str:
    return line.replace(" ", "") if line.startswith("20") else line
