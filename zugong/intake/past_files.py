"""The parts of a past issue → the files of a new issue folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from zugong.diagnostics import Location, Problem, error
from zugong.intake.drafts import DraftFigure
from zugong.intake.escaping import markup
from zugong.intake.figure_files import FigureNames
from zugong.intake.item_text import HeadField, item_text
from zugong.intake.ledger import told
from zugong.intake.past_foreign import to_be_set
from zugong.intake.past_issue import read_past_issue
from zugong.intake.past_parts import PastIssue, PastItem
from zugong.intake.past_settings import issue_settings
from zugong.intake.reading import read_manuscript
from zugong.model.bulletin import Bulletin, HeadlinePlacement
from zugong.model.issue import IssueKey
from zugong.sources.bulletin import read_bulletin
from zugong.sources.issue import issue_dir

_UNFIT = re.compile(r'[\s/\\:*?"<>|()\[\]\x00-\x1f\x7f。，、；：？！…“”‘’（）《》]+')
_NAME_LENGTH = 16
_PLACEMENTS = {
    HeadlinePlacement.RUN_IN: "接排",
    HeadlinePlacement.OWN_LINE: "另行",
    HeadlinePlacement.BLOCK: "居中",
}


def import_bulletin(
    root: Path, path: Path, *, reject: bool = False
) -> tuple[Path, PastIssue, tuple[str, ...]] | Problem:
    """Reads a past bulletin into issues/<year>/<number>; the folder, what was read, what to look at."""
    received = read_manuscript(path, reject=reject)
    if isinstance(received, Problem):
        return received
    bulletin = read_bulletin(root).value
    past = read_past_issue(received.manuscript, bulletin, frozenset())
    if past.number is None or past.issued_on is None or not past.items:
        return _not_a_bulletin(path, past)
    folder = issue_dir(root, IssueKey(past.issued_on.year, past.number, past.series))
    past.to_be_set = to_be_set(past.foreign, bulletin) if past.foreign is not None else []
    told = ["\n        ".join(_masthead(past))] if past.to_be_set else _differences(past, bulletin)
    remarks = (*received.manuscript.remarks, *told)
    return _write(folder, issue_files(past, received.name), path) or (folder, past, remarks)


def _not_a_bulletin(path: Path, past: PastIssue) -> Problem:
    missing = [("期号", past.number), ("印发日期", past.issued_on), ("稿件（以△或黑体标题开头）", past.items)]
    named = "、".join(name for name, value in missing if not value)
    return error(
        "import-no-bulletin",
        f"认不出{named}，没有导入",
        Location(path.name, 0),
        "请看看是不是整期简报；单篇来稿不要加 --bulletin",
    )


def _write(folder: Path, files: dict[str, bytes], path: Path) -> Problem | None:
    """All files of a folder that is not there yet."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir()
        for name, content in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            with (folder / name).open("xb") as stream:
                stream.write(content)
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


def issue_files(past: PastIssue, source: str) -> dict[str, bytes]:
    """File name → content: issue.yaml, items, attachments, pictures."""
    names = FigureNames(None)
    paths = _pictures(past, names)
    texts = {"issue.yaml": _issue_yaml(past, source)}
    for number, item in enumerate(past.items, start=1):
        stem = f"{number:02d}-{_stem((item.units[0] if item.units else item.headline).partition('：')[0])}"
        attached = {f"附件/{stem}-{at}.md": one for at, one in enumerate(item.attachments, start=1)}
        texts[f"{stem}.md"] = _item(item, past.bulletin, paths, tuple(attached))
        for name, one in attached.items():
            texts[name] = item_text(one.title, "", (), one.body, files=paths)
    return {**{name: text.encode("utf-8", errors="replace") for name, text in texts.items()}, **names.new}


def _stem(text: str) -> str:
    return _UNFIT.sub("", text).strip(".-")[:_NAME_LENGTH] or "稿件"


def _pictures(past: PastIssue, names: FigureNames) -> dict[str, str]:
    """Key of a figure → its file, named after its caption."""
    bodies = [body for item in past.items for body in (item.body, *(one.body for one in item.attachments))]
    captions = {one.key: one.caption for body in bodies for one in body if isinstance(one, DraftFigure)}
    return {
        key: names.name(made.picture.data, captions.get(key, ""), made.ending) for key, made in past.pictures.items()
    }


def _item(item: PastItem, bulletin: Bulletin | None, files: dict[str, str], attached: Sequence[str]) -> str:
    usual = _PLACEMENTS[bulletin.standing.headline_placement if bulletin else HeadlinePlacement.RUN_IN]
    own = item.placement if item.body or item.placement != "接排" else "另行"
    note = "\n\n".join(markup(one) for one in item.note)
    extra = [
        HeadField("headline_placement", (own,) if own != usual else ()),
        HeadField("subtitle", (item.subtitle,) if item.subtitle else ()),
        HeadField("byline", tuple(item.byline), is_list=True),
        HeadField("note", tuple(note.split("\n")) if note else (), is_text=True),
        HeadField("metadata", (item.metadata,) if item.metadata else ()),
        HeadField("sign_off", tuple(item.sign_off), is_list=True),
        HeadField("attachments", tuple(attached), is_list=True),
    ]
    return item_text(item.headline, item.section, item.units, item.body, (), extra, files)


def _issue_yaml(past: PastIssue, source: str) -> str:
    """Only what differs from bulletin.yaml is said."""
    lines = [f"# 由“{source}”导入，请核对。", *(f"# 没有放进去的文字：{text}" for text in past.dropped)]
    lines += [f"# {line}" for line in _masthead(past)]
    lines += issue_settings(past)
    if past.note:
        paragraphs = "\n\n".join(markup(one) for one in past.note)
        lines += ["编者按: |", *(f"  {line}" if line else "" for line in paragraphs.split("\n"))]
    return "\n".join(lines) + "\n"


def _masthead(past: PastIssue) -> list[str]:
    """What stood in a masthead that is not the one of bulletin.yaml, and how to get it."""
    if past.foreign is None or not past.to_be_set:
        return []
    told = [f"原件的报头是“{'；'.join(past.foreign.texts)}”，和 bulletin.yaml 不一样，照 bulletin.yaml 印"]
    certain = "要有：" if past.foreign.parted else "大概要有（请对照原件）："
    return [*told, f"要照原样印，bulletin.yaml 里{certain}", *(f"  {line}" for line in past.to_be_set)]


def _differences(past: PastIssue, bulletin: Bulletin | None) -> list[str]:
    """What bulletin.yaml says otherwise; a past issue must not change it."""
    own = past.bulletin or bulletin
    if own is None:
        return []
    title = (own.title_lines or (own.title,))[-1].content
    pairs = (("刊名", past.title, title), ("编发单位", past.office, own.issuing_office.content))
    return [
        f"{name}印的是“{printed}”，bulletin.yaml 里是“{usual}”，以 bulletin.yaml 为准"
        for name, printed, usual in pairs
        if printed and "".join(printed.split()) != "".join(usual.split())
    ]


def sum_of(past: PastIssue) -> str:
    """The sum of characters, in Chinese."""
    return told(past.ledger, past.kept)
