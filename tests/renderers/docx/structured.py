"""Sheets with tables, figures, headings and every masthead and colophon, made by hand."""

from __future__ import annotations

from tests.renderers.docx.sample import block, run
from tests.support.printed import styles
from zugong.layout.sheet import (
    Block,
    Cell,
    Colophon,
    ColophonLine,
    ContentsEntry,
    FigureBlock,
    PageTurn,
    SheetBlock,
    SplitBlock,
    TableBlock,
)
from zugong.model.styles import Align, Role
from zugong.pictures.picture import Picture, PictureKind

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">'
    b'<rect x="2" y="2" width="196" height="96" fill="none" stroke="black" stroke-width="3"/>'
    b'<circle cx="60" cy="50" r="30" fill="#c00000"/></svg>'
)


def picture(kind: PictureKind = PictureKind.PNG) -> Picture:
    """A picture of 200 by 100 dots."""
    if kind is PictureKind.SVG:
        return Picture(kind, SVG, 150.0, 75.0)
    import io

    from PIL import Image, ImageDraw

    image = Image.new("RGB", (200, 100), "#dde6f0")
    draw = ImageDraw.Draw(image)
    draw.rectangle((3, 3, 196, 96), outline="#204060", width=4)
    draw.line((0, 0, 199, 99), fill="#204060", width=3)
    buffer = io.BytesIO()
    image.save(buffer, kind.name)
    return Picture(kind, buffer.getvalue(), 150.0, 75.0)


def figure(width: float, height: float, kind: PictureKind = PictureKind.PNG, *, caption: bool = False) -> FigureBlock:
    return FigureBlock(picture(kind), width, height, "各县到馆人次的示意图", caption)


def cell(
    text: str,
    column: int,
    columns: int = 1,
    rows: int = 1,
    *,
    role: Role = Role.TABLE_CELL,
    align: Align = Align.CENTRE,
) -> Cell:
    return Cell(role, (run(text),) if text else (), column, align, columns, rows)


def table(rows: tuple[tuple[Cell, ...], ...], shares: tuple[float, ...], head: int, title: str = "") -> TableBlock:
    """A table whose columns share the type area."""
    width = styles().page.type_width
    return TableBlock(tuple(width * share / sum(shares) for share in shares), rows, head, title)


def head(*texts: str) -> tuple[Cell, ...]:
    return tuple(cell(text, column, role=Role.TABLE_HEAD) for column, text in enumerate(texts))


def ledger(count: int) -> TableBlock:
    """县图书馆服务情况: rows of one and two lines of text, a total."""
    name = ("城关镇分馆", "河口乡流动服务点", "高新技术产业开发区党群服务中心图书室", "石塘镇分馆")
    rows = [head("序号", "服务点", "全年到馆（人次）", "备注")]
    for number in range(1, count + 1):
        remark = "2026年3月起延长开放至21:30，周末照常" if number % 3 == 0 else "—"
        rows.append(
            (
                cell(str(number), 0),
                cell(name[number % 4], 1, align=Align.LEFT),
                cell(f"{number * 1237:,}", 2, align=Align.RIGHT),
                cell(remark, 3, align=Align.LEFT),
            )
        )
    total = (
        cell("合计", 0, 2, role=Role.TABLE_TOTAL),
        cell(f"{count * 5600:,}", 2, role=Role.TABLE_TOTAL, align=Align.RIGHT),
        cell("", 3, role=Role.TABLE_TOTAL),
    )
    return table((*rows, total), (1, 3, 2.4, 4), 1, "县图书馆服务情况")


def grouped(groups: int, size: int = 4) -> TableBlock:
    """Rows that merged cells join, under a head of two rows."""
    rows: list[tuple[Cell, ...]] = [
        (
            cell("片区", 0, 1, 2, role=Role.TABLE_HEAD),
            cell("值守", 1, 2, role=Role.TABLE_HEAD),
            cell("备注", 3, 1, 2, role=Role.TABLE_HEAD),
        ),
        (cell("乡镇", 1, role=Role.TABLE_HEAD), cell("人数", 2, role=Role.TABLE_HEAD)),
    ]
    for group in range(groups):
        for index in range(size):
            first = (cell(f"第{group + 1}片区", 0, 1, size),) if index == 0 else ()
            rows.append((*first, cell(f"{group + 1}-{index + 1}镇", 1), cell(str(10 + index), 2), cell("", 3)))
    return table(tuple(rows), (2, 3, 2, 3), 2)


def lines(count: int, text: str = "字") -> Block:
    """A paragraph of so many full lines."""
    return block(Role.BODY, text * (28 * count - 2))


TABLE_HEADS: tuple[SheetBlock, ...] = (
    block(Role.TABLE_TITLE, "县图书馆服务情况"),
    block(Role.TABLE_UNIT, "单位：人次"),
)
NOTE = block(Role.TABLE_NOTE, "注：数据截至2026年6月30日。")
CAPTION = block(Role.CAPTION, "图1　各县到馆人次")

MASTHEAD: tuple[SheetBlock, ...] = (
    SplitBlock(Role.MARKING, run("内部资料"), run("№000123")),
    block(Role.TITLE_ABOVE, "某某县图书馆"),
    block(Role.TITLE, "工作简报"),
    block(Role.NUMBER, "〔2026〕第5期"),
    SplitBlock(Role.MASTHEAD_LINE, run("总第128期"), run("签发人：张三"), run("共印50份")),
    SplitBlock(Role.OFFICE, run("某某县图书馆办公室"), run("2026年7月1日")),
)

REPORT: tuple[SheetBlock, ...] = (
    *MASTHEAD,
    block(Role.CONTENTS_TITLE, "本期要目"),
    ContentsEntry((run("【专题】"),), "item-001", Role.CONTENTS_SECTION),
    ContentsEntry((run("关于全县公共图书馆延长开放时间情况的报告"),), "item-001", numbered=False),
    Block(
        Role.CENTRED_HEADLINE,
        (run("关于全县公共图书馆延长开放时间、增设流动服务点和改进借阅办法情况的报告"),),
        "item-001",
        1,
        "关于全县公共图书馆的报告",
        tight=True,
    ),
    block(Role.SUBTITLE, "——以城关镇分馆为例"),
    block(Role.BYLINE, "县图书馆调研组"),
    block(Role.NOTE, "按：" + "今年以来，各馆做了不少事。" * 4),
    block(Role.HEADING_1, "一、基本情况", level=2),
    lines(3),
    block(Role.HEADING_2, "（一）开放时间", level=3),
    lines(2),
    block(Role.HEADING_3, "1.周末", level=4),
    lines(2),
    *TABLE_HEADS,
    ledger(24),
    NOTE,
    lines(2),
    figure(300, 150, caption=True),
    CAPTION,
    figure(160, 80, PictureKind.SVG),
    lines(4),
    block(Role.METADATA, "（联系人：李四，电话0000000）"),
    block(Role.ATTACHMENT_LIST, "附件：1.任务清单"),
    block(Role.SIGN_OFF, "某某县图书馆"),
    block(Role.SIGN_OFF, "2026年7月1日"),
    PageTurn(),
    block(Role.ATTACHMENT_MARK, "附件1"),
    block(Role.ATTACHMENT_TITLE, "任务清单"),
    grouped(5),
)

COLOPHON_MANY = Colophon(
    (
        ColophonLine(run("报："), run("某某部领导。")),
        ColophonLine(run("抄送："), run("各县（市、区）" * 8 + "。")),
        ColophonLine(None, run("某某县图书馆办公室"), run("2026年7月1日印发")),
    ),
    (SplitBlock(Role.AFTER_COLOPHON, run("责任编辑：王五"), run("共印50份"), run("电话：0000000")),),
)
