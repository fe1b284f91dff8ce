"""A Sheet made by hand that holds everything a body can have: headings, tables, figures, attachments, and more."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

from tests.support.printed import styles
from zugong.layout.sheet import (
    ADDED,
    Block,
    Cell,
    Colophon,
    ColophonLine,
    ContentsEntry,
    DocumentInfo,
    FigureBlock,
    InstructionBox,
    NewPage,
    PageTurn,
    Sheet,
    SheetBlock,
    SplitBlock,
    StyledRun,
    TableBlock,
)
from zugong.model.styles import Accent, Align, Role
from zugong.pictures.picture import Picture, PictureKind

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="320" height="160" viewBox="0 0 320 160">
<rect x="2" y="2" width="316" height="156" fill="#f4f4f4" stroke="#333"/>
<g fill="#4a7"><rect x="40" y="80" width="50" height="60"/><rect x="130" y="50" width="50" height="90"/></g>
<path d="M30 140H300" stroke="#333"/><circle cx="245" cy="95" r="40" fill="#c33" opacity="0.5"/>
<text x="160" y="30" font-size="18" font-family="SimHei" text-anchor="middle">各季借阅量</text></svg>""".encode()
"""A chart that WeasyPrint can draw."""

BLURRED = DRAWING.replace(
    b"<g fill", b'<filter id="b"><feGaussianBlur stdDeviation="3"/></filter><g filter="url(#b)" fill'
)
"""The same with something that it passes over."""


def run(content: str, accent: Accent = Accent.PLAIN) -> StyledRun:
    return StyledRun(content, accent, ADDED)


def text(role: Role, content: str, anchor: str = "", level: int = 0) -> Block:
    return Block(role, (run(content),), anchor, level, content if level else "")


def photograph(kind: PictureKind = PictureKind.PNG) -> Picture:
    """Dots of several colours."""
    from PIL import Image

    image = Image.linear_gradient("L").resize((240, 120))
    image = Image.merge("RGB", (image, image.rotate(180), image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
    written = io.BytesIO()
    image.save(written, kind.value.upper())
    return Picture(kind, written.getvalue(), 180.0, 90.0)


def figure(picture: Picture, description: str) -> FigureBlock:
    return FigureBlock(picture, picture.width, picture.height, description, has_caption=True)


def table(rows: int = 30) -> TableBlock:
    """A head of two rows with merged cells, an empty cell, one of several lines, and a total; longer than a page."""
    head = ((_cell("单位", 0, Role.TABLE_HEAD, rows=2), _cell("藏书", 1, Role.TABLE_HEAD, columns=2)),)
    head += ((_cell("册数", 1, Role.TABLE_HEAD), _cell("种类", 2, Role.TABLE_HEAD)),)
    long = "甲镇文化站（含分馆和流动服务点，每周二、周五开放）"
    body = [
        (_cell(f"第{number}馆", 0), _cell(f"{number}000", 1), _cell(f"{number}00", 2)) for number in range(1, rows + 1)
    ]
    body[1] = (_cell(long, 0), _cell("", 1), _cell("200", 2))
    body[3] = (_cell("合并的馆", 0, rows=2), _cell("4000", 1, columns=2))
    body[4] = (_cell("5000", 1), _cell("500", 2))
    total = (_cell("合计", 0, Role.TABLE_TOTAL), _cell("465000", 1, Role.TABLE_TOTAL, columns=2))
    width = styles().page.type_width
    return TableBlock((width / 2, width / 4, width / 4), (*head, *body, total), 2, "各馆藏书情况")


def _cell(content: str, column: int, role: Role = Role.TABLE_CELL, columns: int = 1, rows: int = 1) -> Cell:
    align = Align.CENTRE if role is Role.TABLE_HEAD or not column else Align.RIGHT
    return Cell(role, (run(content),) if content else (), column, align, columns, rows)


def everything() -> Sheet:
    """The sheet."""
    return Sheet(DocumentInfo("图书馆工作专报", "某县图书馆", date(2026, 3, 2)), styles(), tuple(_blocks()), "")


def with_blocks(*blocks: SheetBlock) -> Sheet:
    """The same with other content."""
    return replace(everything(), blocks=blocks)


def odd_tables() -> Sheet:
    """Without a head, without text, with a row in which no cell begins; and two in one sheet."""
    half = (styles().page.type_width / 2,) * 2
    plain = (_cell("甲", 0), _cell("1", 1))
    covered = ((_cell("甲", 0, rows=3), _cell("1", 1, rows=2)), (), (_cell("2", 1),), plain)
    empty = ((_cell("", 0), _cell("", 1)),)
    tables = (TableBlock(half, rows, 0) for rows in ((plain, plain), covered, empty))
    return with_blocks(text(Role.HEADLINE, "几张表", "item-1", 1), *tables, text(Role.BODY, "完。"))


_SENTENCE = "各馆要把延长开放时间作为为民办实事的重要内容，安排专人值守，及时公布开放信息，方便群众借阅。"


def _blocks() -> list[SheetBlock]:
    item, paragraph = "某县图书馆开展读书月活动情况", text(Role.BODY, _SENTENCE * 3)
    picture = Picture(PictureKind.SVG, DRAWING, 240.0, 120.0)
    return [
        SplitBlock(Role.MARKING, run("内部资料"), run("№000001")),
        text(Role.TITLE_ABOVE, "某县图书馆"),
        text(Role.TITLE, "工作专报"),
        text(Role.NUMBER, "〔2026〕第5期"),
        SplitBlock(Role.OFFICE, run("某县图书馆办公室"), run("二〇二六年三月二日")),
        text(Role.CONTENTS_TITLE, "本期要目"),
        ContentsEntry((run("读书活动"),), "section-1", Role.CONTENTS_SECTION),
        ContentsEntry((run("1. " + item),), "item-1"),
        ContentsEntry((run("2. 各馆藏书情况"),), "item-2", numbered=False),
        InstructionBox(run("领导批示：")),
        NewPage(),
        text(Role.SECTION, "读书活动", "section-1", 1),
        text(Role.NOTE, "按语：现将有关情况刊发，供参考。"),
        text(Role.CENTRED_HEADLINE, item, "item-1", 2),
        text(Role.SUBTITLE, "——以流动服务点为例"),
        text(Role.BYLINE, "某某某"),
        text(Role.HEADING_1, "一、主要做法", level=3),
        paragraph,
        text(Role.HEADING_2, "（一）延长开放时间", level=4),
        paragraph,
        text(Role.HEADING_3, "1. 周末不闭馆", level=5),
        text(Role.HEADING_4, "（1）值班安排", level=6),
        paragraph,
        figure(picture, "各季借阅量的柱形图"),
        text(Role.CAPTION, "图1　各季借阅量"),
        text(Role.HEADING_1, "二、下一步打算", level=3),
        paragraph,
        figure(photograph(), "阅览室一角"),
        text(Role.CAPTION, "图2　阅览室"),
        text(Role.HEADLINE, "△各馆藏书情况", "item-2", 2),
        text(Role.TABLE_TITLE, "表1　各馆藏书情况"),
        text(Role.TABLE_UNIT, "单位：册、种"),
        table(),
        text(Role.TABLE_NOTE, "注：截至2025年底。"),
        paragraph,
        text(Role.METADATA, "（某某供稿）"),
        text(Role.SIGN_OFF, "某县图书馆"),
        text(Role.ATTACHMENT_LIST, "附件：1. 任务清单"),
        PageTurn(),
        text(Role.ATTACHMENT_MARK, "附件1"),
        text(Role.ATTACHMENT_TITLE, "任务清单", "attachment-1", 1),
        paragraph,
        figure(photograph(PictureKind.JPEG), "流动服务车"),
        text(Role.CAPTION, "图3　流动服务车"),
        Colophon(
            (
                ColophonLine(run("抄送："), run("各镇文化站，县直各单位。")),
                ColophonLine(None, run("某县图书馆办公室"), run("2026年3月2日印发")),
            ),
            (SplitBlock(Role.AFTER_COLOPHON, None, run("共印30份")),),
        ),
    ]
