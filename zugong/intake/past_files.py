"""The parts of a past issue → the files of a new issue folder."""

from __future__ import annotations

import re
from pathlib import Path

from zugong.diagnostics import Location, Problem, error
from zugong.intake.item_text import item_text, markup
from zugong.intake.ledger import told
from zugong.intake.past_issue import PastIssue, PastItem
from zugong.intake.reading import read_manuscript
from zugong.model.bulletin import Bulletin, EntryNumbering, HeadlinePlacement
from zugong.model.issue import IssueKey
from zugong.sources.bulletin import read_bulletin
from zugong.sources.issue import issue_dir
from zugong.sources.scalars import quoted_if_needed
from zugong.text.dates import format_date

_UNFIT = re.compile(r'[\s/\\:*?"<>|\x00-\x1f\x7f。，、；：？！…“”‘’（）《》]+')
_NAME_LENGTH = 16
_NUMBERING = {EntryNumbering.NONE: "无", EntryNumbering.ARABIC: "1.", EntryNumbering.CHINESE: "一、"}


def import_bulletin(
    root: Path, path: Path, *, reject: bool = False
) -> tuple[Path, PastIssue, tuple[str, ...]] | Problem:
    """Reads a past bulletin into issues/<year>/<number>; the folder, what was read, what to look at."""
    from zugong.intake.past_issue import read_past_issue

    received = read_manuscript(path, reject=reject)
    if isinstance(received, Problem):
        return received
    bulletin = read_bulletin(root).value
    sections = [one.name.content for one in bulletin.standing.sections] if bulletin else []
    past = read_past_issue(received.manuscript, sections, frozenset())
    if past.number is None or past.issued_on is None or not past.items:
        return _not_a_bulletin(path, past)
    folder = issue_dir(root, IssueKey(past.issued_on.year, past.number))
    remarks = (*received.manuscript.remarks, *_differences(past, bulletin))
    files = issue_files(past, bulletin, received.name)
    return _write(folder, files, path) or (folder, past, remarks)


def _not_a_bulletin(path: Path, past: PastIssue) -> Problem:
    missing = [("期号", past.number), ("印发日期", past.issued_on), ("稿件（以△或黑体标题开头）", past.items)]
    named = "、".join(name for name, value in missing if not value)
    return error(
        "import-no-bulletin",
        f"认不出{named}，没有导入",
        Location(path.name, 0),
        "请看看是不是整期简报；单篇来稿不要加 --bulletin",
    )


def _write(folder: Path, files: dict[str, str], path: Path) -> Problem | None:
    """All files of a folder that is not there yet."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir()
        for name, text in files.items():
            with (folder / name).open("x", encoding="utf-8", newline="\n", errors="replace") as stream:
                stream.write(text)
    except FileExistsError:
        advice = "没有改动它；要重新导入，先把那个文件夹改名或移走"
        return error("already-there", f"{'/'.join(folder.parts[-3:])} 已经有了", Location(path.name, 0), advice)
    except OSError as fault:
        return error(
            "cannot-write",
            f"建不了 {folder.name}：{fault.strerror or '原因不明'}",
            Location(path.name, 0),
            "请检查文件夹能不能写入",
        )
    return None


def issue_files(past: PastIssue, bulletin: Bulletin | None, source: str) -> dict[str, str]:
    """File name → text."""
    usual = bulletin.standing.headline_placement if bulletin else HeadlinePlacement.RUN_IN
    files = {"issue.yaml": _issue_yaml(past, bulletin, source)}
    for number, item in enumerate(past.items, start=1):
        name = _UNFIT.sub("", (item.units[0] if item.units else item.headline).partition("：")[0])[:_NAME_LENGTH]
        files[f"{number:02d}-{name or '稿件'}.md"] = _item(item, usual)
    return files


def _item(item: PastItem, usual: HeadlinePlacement) -> str:
    placement = HeadlinePlacement.OWN_LINE if item.own_line or not item.body else HeadlinePlacement.RUN_IN
    word = "另行" if placement is HeadlinePlacement.OWN_LINE else "接排"
    extra = [("headline_placement", word)] if placement is not usual else []
    return item_text(item.headline, item.section, item.units, item.body, (), extra)


def _issue_yaml(past: PastIssue, bulletin: Bulletin | None, source: str) -> str:
    """Only what differs from bulletin.yaml is said."""
    assert past.issued_on is not None
    lines = [f"# 由“{source}”导入，请核对。", *(f"# 没有放进去的文字：{text}" for text in past.dropped)]
    lines.append(f"日期: {format_date(past.issued_on)}")
    usual = bulletin.standing if bulletin else None
    lines += _flag("目录", past.contents, usual.contents if usual else False)
    if past.contents and (usual is None or past.entry_numbering != _NUMBERING[usual.entry_numbering]):
        lines.append(f"目录序号: {past.entry_numbering}")
    lines += _flag("领导批示", past.instruction_box, usual.instruction_box if usual else False)
    lines += _sections(past, [one.name.content for one in usual.sections] if usual else [])
    lines += _distribution(
        past, [(one.label.content, one.content.content) for one in usual.distribution] if usual else []
    )
    if past.note:
        paragraphs = "\n\n".join(markup(one) for one in past.note)
        lines += ["编者按: |", *(f"  {line}" if line else "" for line in paragraphs.split("\n"))]
    return "\n".join(lines) + "\n"


def _flag(name: str, here: bool, usual: bool) -> list[str]:
    return [] if here == usual else [f"{name}: {'有' if here else '无'}"]


def _sections(past: PastIssue, usual: list[str]) -> list[str]:
    if not past.sections:
        return ["栏目: 无"] if usual else []
    if [one for one in usual if one in past.sections] == past.sections:
        return []
    return ["栏目:", *(line for one in past.sections for line in _section(one, past))]


def _section(name: str, past: PastIssue) -> list[str]:
    """An item without a unit shows that the section asks for none."""
    if all(item.units for item in past.items if item.section == name):
        return [f"  - {quoted_if_needed(name)}"]
    return [f"  - 名称: {quoted_if_needed(name)}", "    供稿单位: 可省"]


def _distribution(past: PastIssue, usual: list[tuple[str, str]]) -> list[str]:
    if past.distribution == usual:
        return []
    if not past.distribution:
        return ["版记: 无"]
    return ["版记:", *(f"  - {quoted_if_needed(label)}: {quoted_if_needed(text)}" for label, text in past.distribution)]


def _differences(past: PastIssue, bulletin: Bulletin | None) -> list[str]:
    """What bulletin.yaml says otherwise; a past issue must not change it."""
    if bulletin is None:
        return []
    pairs = (("刊名", past.title, bulletin.title.content), ("编发单位", past.office, bulletin.issuing_office.content))
    return [
        f"{name}印的是“{printed}”，bulletin.yaml 里是“{usual}”，以 bulletin.yaml 为准"
        for name, printed, usual in pairs
        if printed and "".join(printed.split()) != "".join(usual.split())
    ]


def sum_of(past: PastIssue) -> str:
    """The sum of characters, in Chinese."""
    return told(past.ledger, past.kept)
