"""Made-up submissions with headings, tables and figures: hand-written after Word's and WPS's ways, and of python-docx."""

# ruff: noqa: E501 - markup is easier to compare with a real file where it stands on one line

from __future__ import annotations

import base64
import io
import random
import struct
import zipfile
import zlib
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.support.submissions import DONE, OFFICE, PLACES, SENTENCES, STYLES, W, paragraph, run

TOPICS = ("加强组织领导", "完善工作机制", "强化跟踪问效", "建强骨干队伍", "优化服务供给")
MORE = ("健全责任体系", "推进资源下沉", "做实常态培训", "畅通反馈渠道")
COLUMNS = ("培训班次", "参训人数", "完成率", "备注")


@dataclass(frozen=True)
class Grid:
    """What the file shows: rows of text; `<` and `^` as in an item."""

    rows: tuple[tuple[str, ...], ...]
    head: int
    title: str = ""
    unit: str = ""
    note: str = ""


@dataclass(frozen=True)
class Structured:
    """What an importer should find, top to bottom: ('text', …), ('heading', level, text), ('table', grid), ('figure', caption)."""

    headline: str
    unit: str
    blocks: tuple[tuple[object, ...], ...]


@dataclass(frozen=True)
class MadeFile:
    name: str
    producer: str
    data: bytes
    truth: Structured


def picture(seed: int) -> bytes:
    """A PNG of one colour, 24 × 16 dots."""
    chance = random.Random(seed)
    colour = bytes(chance.randrange(256) for _ in range(3))
    raw = b"".join(b"\0" + colour * 24 for _ in range(16))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 24, 16, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(raw)) + chunk(b"IEND", b"")


def grid(chance: random.Random, kind: str) -> Grid:
    places = chance.sample(PLACES, 3)
    title = f"表1 {chance.choice(('各县市区培训进度', '主题活动开展情况', '结对帮带任务分工'))}"
    unit = chance.choice(("单位：人次", "单位：万元", ""))
    note = chance.choice(("注：数据截至8月底。", ""))
    numbers = [
        [str(chance.randint(2, 90)), str(chance.randint(100, 2000)), f"{chance.randint(60, 100)}%"] for _ in places
    ]
    rows = [("县市区", *COLUMNS[:3]), *((place, *row) for place, row in zip(places, numbers, strict=True))]
    if kind == "total":
        rows.append(("合计", "128", "3260", "91%"))
    head = 1
    if kind == "two head rows":
        rows = [("县市区", "培训情况", "<", "完成率"), ("^", "班次", "人数", "^"), *rows[1:]]
        head = 2
    if kind == "merged body":
        rows = [
            ("片区", *rows[0]),
            *(("北片" if at == 0 else "^" if at == 1 else "南片", *row) for at, row in enumerate(rows[1:])),
        ]
    return Grid(tuple(rows), head, title, unit, note)


KINDS = ("plain", "total", "two head rows", "merged body")


def structured(seed: int) -> Structured:
    chance = random.Random(seed)
    place = chance.choice(PLACES)
    blocks: list[tuple[object, ...]] = [("text", "".join(chance.sample(SENTENCES, 2)))]
    numbers = "一二三"
    for index, topic in enumerate(chance.sample(TOPICS, 3)):
        blocks.append(("heading", 1, f"{numbers[index]}、{topic}"))
        if index == 1:
            for at, sub in enumerate(chance.sample(MORE, 2)):
                blocks += [("heading", 2, f"（{numbers[at]}）{sub}"), ("text", "".join(chance.sample(SENTENCES, 2)))]
        else:
            blocks.append(("text", "".join(chance.sample(SENTENCES, 3))))
        if index == 0:
            blocks.append(("table", grid(chance, KINDS[seed % len(KINDS)])))
        if index == 1:
            blocks.append(("figure", f"图1 {place}培训现场"))
    blocks.append(("text", "".join(chance.sample(SENTENCES, 2))))
    return Structured(f"{place}{chance.choice(DONE)}", f"{place}委组织部", tuple(blocks))


HEADING_WAYS = ("style", "outline", "face", "bold", "plain", "automatic")
_LOOKS = {
    "face": ('<w:rFonts w:eastAsia="黑体"/>', '<w:rFonts w:eastAsia="楷体_GB2312"/>'),
    "bold": ("<w:b/>", "<w:b/>"),
}
_STYLES = STYLES.replace(
    "</w:styles>",
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>',
)
_NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def _heading(level: int, text: str, way: str) -> str:
    if way == "style":
        return paragraph(run(text), f'<w:pStyle w:val="{level + 1}"/>')
    if way == "outline":
        return paragraph(run(text), f'<w:outlineLvl w:val="{level - 1}"/>')
    if way == "automatic":
        bare = text.partition("、")[2] if level == 1 else text.partition("）")[2]
        return paragraph(run(bare, "<w:b/>"), f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>')
    return paragraph(run(text, _LOOKS.get(way, ("", ""))[level - 1]), '<w:ind w:firstLineChars="200"/>')


def _table(one: Grid, producer: str) -> str:
    rows = []
    for at, row in enumerate(one.rows):
        cells, column = [], 0
        while column < len(row):
            wide = 1
            while column + wide < len(row) and row[column + wide] == "<":
                wide += 1
            below = one.rows[at + 1][column] == "^" if at + 1 < len(one.rows) else False
            merge = "<w:vMerge/>" if row[column] == "^" else '<w:vMerge w:val="restart"/>' if below else ""
            span = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
            text = "" if row[column] == "^" else row[column]
            align = "center" if producer == "WPS" or at < one.head or column == 0 else "right"
            look = "<w:b/>" if at < one.head else ""
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{2000 * wide}" w:type="dxa"/>{span}{merge}</w:tcPr>{paragraph(run(text, look) if text else "", f"<w:jc w:val={chr(34)}{align}{chr(34)}/>")}</w:tc>'
            )
            column += wide
        head = "<w:trPr><w:tblHeader/></w:trPr>" if at < one.head and producer == "Word" else ""
        rows.append(f"<w:tr>{head}{''.join(cells)}</w:tr>")
    border = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = '<w:gridCol w:w="2000"/>' * len(one.rows[0])
    return f"<w:tbl><w:tblPr><w:tblBorders>{border}</w:tblBorders></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _figure(producer: str) -> str:
    if producer == "WPS":
        return '<w:r><w:pict><v:shape style="width:72pt;height:48pt"><v:imagedata r:id="rpicture"/></v:shape></w:pict></w:r>'
    main, size = "http://schemas.openxmlformats.org/drawingml/2006", 'cx="914400" cy="609600"'
    shape = f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    fill = '<pic:blipFill><a:blip r:embed="rpicture"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    name = '<pic:nvPicPr><pic:cNvPr id="1" name="图片 1"/><pic:cNvPicPr/></pic:nvPicPr>'
    graphic = f'<a:graphic xmlns:a="{main}/main"><a:graphicData uri="{main}/picture"><pic:pic xmlns:pic="{main}/picture">{name}{fill}{shape}</pic:pic></a:graphicData></a:graphic>'
    return f'<w:r><w:drawing><wp:inline xmlns:wp="{main}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr id="1" name="图片 1"/>{graphic}</wp:inline></w:drawing></w:r>'


def handwritten_structured(seed: int, producer: str) -> MadeFile:
    chance = random.Random(seed)
    truth = structured(seed)
    way = HEADING_WAYS[seed % len(HEADING_WAYS)]
    centre, right = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
    body = [paragraph(run(truth.headline, '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>'), centre)]
    for block in truth.blocks:
        match block:
            case ("heading", level, text):
                body.append(_heading(level, text, way))
            case ("text", text):
                body.append(paragraph(run(text), '<w:ind w:firstLineChars="200"/>'))
            case ("table", one):
                body.append(paragraph(run(one.title, '<w:rFonts w:eastAsia="黑体"/>'), centre))
                body += (
                    [paragraph(run(f"（{one.unit}）" if producer == "WPS" else one.unit), right)] if one.unit else []
                )
                body += [_table(one, producer)]
                body += [paragraph(run(one.note))] if one.note else []
            case ("figure", caption):
                body.append(paragraph(_figure(producer), centre))
                body.append(paragraph(run(caption), centre))
    if chance.random() < 0.5:
        body[-1] = body[-1].replace("</w:t></w:r></w:p>", f"（{truth.unit}）</w:t></w:r></w:p>")
    else:
        body += [paragraph(run(truth.unit), right), paragraph(run("2026年8月3日"), right)]
    return MadeFile(f"{producer}-{seed}.docx", f"手写（照 {producer} 的写法）", _packed("".join(body), seed), truth)


def _packed(body: str, seed: int) -> bytes:
    package_ns = "http://schemas.openxmlformats.org/package/2006"
    kinds = {"styles": "styles.xml", "numbering": "numbering.xml", "picture": "media/image1.png"}
    rels = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{"image" if name == "picture" else name}" Target="{target}"/>'
        for name, target in kinds.items()
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{package_ns}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package_ns}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package_ns}/relationships">{rels}</Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _NUMBERING,
        "word/media/image1.png": picture(seed),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def structured_python_docx(seed: int) -> MadeFile:
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    truth = structured(seed)
    document = Document()
    document.add_heading(truth.headline, 0)
    for block in truth.blocks:
        match block:
            case ("heading", level, text):
                document.add_heading(text, level)
            case ("text", text):
                document.add_paragraph(text)
            case ("table", one):
                document.add_paragraph(one.title).alignment = WD_ALIGN_PARAGRAPH.CENTER
                if one.unit:
                    document.add_paragraph(one.unit).alignment = WD_ALIGN_PARAGRAPH.RIGHT
                _docx_table(document, one)
                if one.note:
                    document.add_paragraph(one.note)
            case ("figure", caption):
                document.add_picture(io.BytesIO(picture(seed)), width=Mm(40))
                document.add_paragraph(caption, style="Caption")
    document.paragraphs[-1].add_run(f"（{truth.unit}）")
    buffer = io.BytesIO()
    document.save(buffer)
    return MadeFile(f"python-docx-{seed}.docx", "python-docx", buffer.getvalue(), truth)


def _docx_table(document: object, one: Grid) -> None:
    table = document.add_table(len(one.rows), len(one.rows[0]), style="Table Grid")
    for at, row in enumerate(one.rows):
        for column, text in enumerate(row):
            if text not in ("<", "^"):
                table.cell(at, column).text = text
    for at, row in enumerate(one.rows):
        for column, text in enumerate(row):
            if text == "<":
                table.cell(at, column - 1).merge(table.cell(at, column))
            if text == "^":
                table.cell(at - 1, column).merge(table.cell(at, column))


def as_html(truth: Structured, seed: int) -> str:
    """As a web page, for LibreOffice and for import itself."""
    parts = [f"<h1>{escape(truth.headline)}</h1>"]
    for block in truth.blocks:
        match block:
            case ("heading", level, text):
                parts.append(f"<h{level + 1}>{escape(text)}</h{level + 1}>")
            case ("text", text):
                parts.append(f"<p>{escape(text)}</p>")
            case ("table", one):
                parts.append(f'<p align="center">{escape(one.title)}</p>')
                parts += [f'<p align="right">{escape(one.unit)}</p>'] if one.unit else []
                parts.append(_html_table(one))
                parts += [f"<p>{escape(one.note)}</p>"] if one.note else []
            case ("figure", caption):
                data = base64.b64encode(picture(seed)).decode()
                parts.append(
                    f'<p align="center"><img src="data:image/png;base64,{data}"></p><p align="center">{escape(caption)}</p>'
                )
    return f"<html><meta charset='utf-8'><body>{''.join(parts)[:-4]}（{escape(truth.unit)}）</p></body></html>"


def _html_table(one: Grid) -> str:
    rows = []
    for at, row in enumerate(one.rows):
        cells = []
        for column, text in enumerate(row):
            if text in ("<", "^"):
                continue
            wide = high = 1
            while column + wide < len(row) and row[column + wide] == "<":
                wide += 1
            while at + high < len(one.rows) and one.rows[at + high][column] == "^":
                high += 1
            kind = "th" if at < one.head else "td"
            spans = (f' colspan="{wide}"' if wide > 1 else "") + (f' rowspan="{high}"' if high > 1 else "")
            cells.append(f"<{kind}{spans}>{escape(text)}</{kind}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table border="1">{"".join(rows)}</table>'


def as_markdown_with_structures(truth: Structured) -> str:
    """For pandoc, which knows no merged cells in its pipe tables."""
    parts = []
    for block in truth.blocks:
        match block:
            case ("heading", level, text):
                parts.append(f"{'#' * (level + 1)} {text}")
            case ("text", text):
                parts.append(text)
            case ("table", one):
                rows = ["| " + " | ".join(row) + " |" for row in one.rows]
                parts += [one.title, *([one.unit] if one.unit else [])]
                parts += ["\n".join([rows[0], "|" + ":-:|" * len(one.rows[0]), *rows[1:]])]
                parts += [one.note] if one.note else []
            case ("figure", caption):
                parts += [f"![]({'picture.png'})", caption]
    return f"---\ntitle: {truth.headline}\n---\n\n" + "\n\n".join(parts) + f"（{truth.unit}）\n"
