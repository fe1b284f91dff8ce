"""A small sheet with every kind of block, made by hand, and what to do with its DOCX."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

from docx import Document
from docx.table import Table

from tests.support.printed import faces, styles
from zugong.diagnostics import Location
from zugong.layout.sheet import (
    Block,
    Colophon,
    ColophonLine,
    ContentsEntry,
    DocumentInfo,
    InstructionBox,
    NewPage,
    Sheet,
    SheetBlock,
    SplitBlock,
    StyledRun,
)
from zugong.model.styles import Accent, Role
from zugong.renderers import docx
from zugong.renderers.docx.archive import zipped
from zugong.typesetting.pages import Pages
from zugong.typesetting.typeset import typeset

LONG_HEADLINE = "甲县“三抓三强化”搭建党建交流平台　积极融入长三角一体化建设"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def run(content: str, accent: Accent = Accent.PLAIN) -> StyledRun:
    return StyledRun(content, accent, Location("sample"))


def block(role: Role, *runs: StyledRun | str, anchor: str = "", level: int = 0) -> Block:
    """A paragraph; bare text is plain."""
    return Block(role, tuple(run(one) if isinstance(one, str) else one for one in runs), anchor, level)


COLOPHON = Colophon(
    (
        ColophonLine(run("报："), run("某某部领导。")),
        ColophonLine(run("抄送："), run("各县（市、区）" * 8 + "。")),
        ColophonLine(run("发："), run("电子版。")),
    )
)

HEAD: tuple[SheetBlock, ...] = (
    block(Role.TITLE, "某地简报"),
    block(Role.NUMBER, "第3期"),
    SplitBlock(Role.OFFICE, run("某某办公室"), run("2024年3月1日")),
)

BLOCKS: tuple[SheetBlock, ...] = (
    *HEAD,
    block(Role.CONTENTS_SECTION, "★ 本地"),
    ContentsEntry((run(LONG_HEADLINE),), "item-001"),
    ContentsEntry((run("乙县"),), "item-002"),
    InstructionBox(run("领导批示：")),
    block(Role.EDITORS_NOTE, run("编者按：", Accent.LABEL), "请看。"),
    block(Role.EDITORS_NOTE_MORE, "再看。"),
    NewPage(),
    block(Role.SECTION, "本地", level=1),
    block(
        Role.BODY,
        run(f"△{LONG_HEADLINE}。", Accent.HEADLINE),
        "新增1000m²以上，“书记”——<b>&",
        run("双向选择。", Accent.LEAD),
        "好。",
        run("（某部）", Accent.SOURCE_UNIT),
        anchor="item-001",
        level=2,
    ),
    block(Role.HEADLINE, "△乙县。", anchor="item-002", level=2),
    block(Role.BODY, "正文。"),
    COLOPHON,
)


def sheet(blocks: tuple[SheetBlock, ...] = BLOCKS, draft_mark: str = "") -> Sheet:
    info = DocumentInfo("某地简报2024年第3期", "某某办公室", date(2024, 3, 1))
    return Sheet(info, styles(), blocks, draft_mark)


def titled(title: str) -> Sheet:
    """The sample under another 刊名."""
    return sheet((block(Role.TITLE, title), *BLOCKS[1:]))


def ending(lines: int, foot: Colophon = COLOPHON) -> Sheet:
    """A sheet whose items are one paragraph of that many full lines, with the colophon behind it."""
    rest = 28 * lines - 2 - 3
    body = block(Role.BODY, run("△首。", Accent.HEADLINE), "字" * rest, anchor="item-001", level=1)
    return sheet((*HEAD, NewPage(), body, foot))


def pages(of: Sheet) -> Pages:
    return typeset(of, faces())


def rendered(of: Sheet) -> bytes:
    return docx.render(of, pages(of))


def part(package: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name).decode()


def changed(package: bytes, name: str, before: str, after: str) -> bytes:
    """The package with one text in one part replaced once."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    text = parts[name].decode()
    assert before in text
    return zipped(parts | {name: text.replace(before, after, 1).encode()})


def read_back(package: bytes) -> list[str]:
    """The text of each paragraph in order, tables included, as python-docx reads it; empty ones left out."""
    found: list[str] = []
    for one in Document(io.BytesIO(package)).iter_inner_content():
        paragraphs = [p for row in one.rows for p in row.cells[0].paragraphs] if isinstance(one, Table) else [one]
        found += [paragraph.text.replace("\n", "") for paragraph in paragraphs]
    return [text for text in found if text]


def text_of(one: SheetBlock, placed: Pages) -> list[str]:
    """What must be read back of a block."""
    match one:
        case Block():
            return [one.content]
        case SplitBlock():
            return ["\t".join(part.content for part in one.runs)]
        case ContentsEntry():
            return [f"{one.content}\t{placed.page_number(one.target)}"] if one.numbered else [one.content]
        case InstructionBox():
            return [one.label.content]
        case Colophon():
            return [line.label.content + line.content.content for line in one.lines]
        case _:
            return []


def with_styles(of: Sheet, role: Role, **changes: object) -> Sheet:
    """The sheet with the style of one role changed."""
    paragraphs = tuple((r, replace(s, **changes) if r is role else s) for r, s in of.styles.paragraphs)
    return replace(of, styles=replace(of.styles, paragraphs=paragraphs))
