"""Made-up submissions, and DOCX of them after the ways of Word, WPS and python-docx."""

# ruff: noqa: E501 - markup is easier to compare with a real file where it stands on one line

from __future__ import annotations

import io
import random
import re
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape

PLACES = ("青川县", "云溪市", "白鹿区", "临湖县", "松岭县", "石泉市", "南浦区", "长宁县")
DONE = (
    "推行“三个一”工作法",
    "建强村级后备力量",
    "做实党员积分管理",
    "实施“头雁领航”工程",
    "健全驻村帮扶机制",
    "抓好流动党员教育",
)
LEADS = ("精准选人", "从严管理", "强化保障", "压实责任", "搭建平台", "细化措施", "健全机制", "注重实效")
SENTENCES = (
    "组织120名干部下沉一线，走访群众3400余户，收集意见56条。",
    "建立“一人一档”，按季度分析研判，动态调整名单。",
    "投入资金86.5万元，改造活动场所14个，覆盖率达到92%。",
    "坚持每月一次调度，每季一次通报，把压力传到末端。",
    "邀请专家授课8场次，培训骨干630人次，结对帮带45对。",
    "探索“支部+合作社+农户”模式，带动村均增收3万元。",
)


@dataclass(frozen=True)
class Submission:
    """What an importer should find."""

    headline: str
    unit: str
    paragraphs: tuple[tuple[str, str], ...]
    "lead phrase with its 。, and the rest; an empty lead: none"

    @property
    def leads(self) -> list[str]:
        return [lead for lead, _ in self.paragraphs if lead]

    @property
    def body(self) -> list[str]:
        return [lead + rest for lead, rest in self.paragraphs]


def submission(seed: int) -> Submission:
    chance = random.Random(seed)
    place = chance.choice(PLACES)
    leads = chance.sample(LEADS, 3)
    paragraphs = [("", "".join(chance.sample(SENTENCES, 2)))] if chance.random() < 0.4 else []
    paragraphs += [(f"{lead}。", "".join(chance.sample(SENTENCES, chance.randint(2, 4)))) for lead in leads]
    unit = chance.choice((f"{place}委组织部", f"中共{place}委组织部", f"{place}人社局"))
    return Submission(f"{place}{chance.choice(DONE)}", unit, tuple(paragraphs))


LEAD_WAYS = ("direct", "split", "character style", "hei", "kai", "paragraph style")
HEADLINE_WAYS = ("centred", "title style", "two lines", "hei first line", "labelled")
UNIT_WAYS = ("tail", "signature", "labelled", "own line", "with name", "under headline")
NOISES = (
    "page number",
    "red head",
    "spaces",
    "full width",
    "tracked",
    "comment",
    "hidden",
    "text box",
    "content control",
    "line break",
    "empty paragraphs",
    "footnote",
    "contents",
    "frame",
)


@dataclass(frozen=True)
class Made:
    """One file of the corpus."""

    name: str
    producer: str
    data: bytes
    truth: Submission
    marked: bool = True
    "the file marks its lead phrases"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
STYLES = f"""<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="lead"><w:name w:val="要点"/><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(body: str, **parts: str) -> bytes:
    """A DOCX of hand-written markup; `parts`: comments, footnotes, numbering."""
    kinds = {"styles": STYLES, **parts}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"/>'
        for name in kinds
    )
    rels = "".join(f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in kinds)
    package_ns = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package_ns}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package_ns}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package_ns}/relationships">{rels}</Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        **{f"word/{name}.xml": text for name, text in kinds.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def run(text: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def _split(text: str, look: str, chance: random.Random) -> str:
    """Word parts runs for spelling and saves (rsid)."""
    pieces, rest = [], text
    while rest:
        cut = chance.randint(1, 4)
        pieces.append(run(rest[:cut], look))
        rest = rest[cut:]
    return '<w:proofErr w:type="spellStart"/>'.join(pieces)


def _lead(text: str, way: str, chance: random.Random) -> str:
    looks = {
        "direct": "<w:b/><w:bCs/>",
        "split": "<w:b/>",
        "character style": '<w:rStyle w:val="strong"/>',
        "hei": '<w:rFonts w:eastAsia="黑体" w:hint="eastAsia"/>',
        "kai": '<w:rFonts w:eastAsia="楷体_GB2312"/>',
        "paragraph style": "",
    }
    if way == "split":  # the full stop is left regular, as people do
        return _split(text[:-1], looks[way], chance) + run(text[-1])
    return run(text, looks[way])


def _noisy(text: str, noise: set[str], chance: random.Random) -> str:
    """Body text as counties type it."""
    if "spaces" in noise:
        text = re.sub(r"(?<![\d.])(?=\d)|(?<=\d)(?![\d.%])", lambda _: " " * (chance.random() < 0.5), text)
    if "full width" in noise:
        text = text.translate({48 + digit: 0xFF10 + digit for digit in range(10)})
    return text


def handwritten(seed: int, producer: str) -> Made:
    chance = random.Random(seed)
    truth = submission(seed)
    lead_way, head_way, unit_way = (chance.choice(ways) for ways in (LEAD_WAYS, HEADLINE_WAYS, UNIT_WAYS))
    noise = set(chance.sample(NOISES, chance.randint(1, 5)))
    body = [*_red_head(noise), *_headline(truth, head_way), *_under(truth, unit_way)]
    for index, (lead, rest) in enumerate(truth.paragraphs):
        last = index == len(truth.paragraphs) - 1
        body.append(_body(lead, rest + (_tail(truth, unit_way) if last else ""), lead_way, noise, chance, index))
        body += ["<w:p/>"] * ("empty paragraphs" in noise) + [paragraph(run("— 3 —"))] * (
            "page number" in noise and index == 1
        )
    body += _signature(truth, unit_way)
    return Made(f"{producer}-{seed:03d}.docx", f"手写（照 {producer} 的写法）", _packed(body, noise), truth)


def _packed(body: list[str], noise: set[str]) -> bytes:
    parts = {}
    if "comment" in noise:
        parts["comments"] = (
            f'<w:comments {W}><w:comment w:id="0" w:author="王科长">{paragraph(run("这里再核一下"))}</w:comment></w:comments>'
        )
    if "footnote" in noise:
        parts["footnotes"] = (
            f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1">{paragraph("")}</w:footnote><w:footnote w:id="2">{paragraph(run("数据截至上月底"))}</w:footnote></w:footnotes>'
        )
    if "contents" in noise:
        body = [paragraph(run("目　录")), paragraph(run("某某工作") + "<w:r><w:tab/></w:r>" + run("3")), *body]
    if "text box" in noise:
        box = f"<w:txbxContent>{paragraph(run('内部资料'))}</w:txbxContent>"
        choice = f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>'
        body[-1] = body[-1].replace("</w:p>", f"<w:r>{choice}</w:r></w:p>", 1)
    return package("".join(body), **parts)


def _red_head(noise: set[str]) -> list[str]:
    if "red head" not in noise:
        return []
    red = '<w:color w:val="FF0000"/><w:sz w:val="72"/>'
    centre = '<w:jc w:val="center"/>'
    frame = '<w:framePr w:w="9000" w:hSpace="180" w:wrap="around"/>' if "frame" in noise else ""
    return [
        paragraph(run("组工简报", red), frame + centre),
        paragraph(run("第 12 期"), centre),
        paragraph(run("某县县委组织部　　2024年3月5日")),
    ]


def _headline(truth: Submission, way: str) -> list[str]:
    centre, big = '<w:jc w:val="center"/>', '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>'
    text = truth.headline
    match way:
        case "centred":
            return [paragraph(run(text, big), centre)]
        case "title style":
            return [paragraph(run(text[:5]) + run(text[5:]), '<w:pStyle w:val="a3"/>')]
        case "two lines":
            return [paragraph(run(text[:3], big), centre), paragraph(run(text[3:], big), centre)]
        case "hei first line":
            return [paragraph(run(text, '<w:rFonts w:eastAsia="黑体"/>'))]
        case _:
            return [paragraph(run(f"标题：{text}"))]


def _body(lead: str, rest: str, way: str, noise: set[str], chance: random.Random, index: int) -> str:
    text = _noisy(rest, noise, chance)
    style = '<w:pStyle w:val="lead"/>' if way == "paragraph style" and lead else ""
    plain = '<w:b w:val="0"/>' if style else ""
    runs = [run("　　")] if chance.random() < 0.3 else []
    runs += [_lead(lead, way, chance)] if lead else []
    middle = len(text) // 2
    runs.append(run(text[:middle], plain))
    if "line break" in noise and index == 0:
        runs.append("<w:r><w:br/></w:r>")
    if "tracked" in noise and index == 1:
        runs.append(
            '<w:del w:id="5" w:author="x" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>旧的说法</w:delText></w:r></w:del>'
        )
        runs.append(f'<w:ins w:id="6" w:author="x" w:date="2024-01-01T00:00:00Z">{run(text[middle:], plain)}</w:ins>')
    elif "content control" in noise and index == 1:
        runs.append(f"<w:sdt><w:sdtPr/><w:sdtContent>{run(text[middle:], plain)}</w:sdtContent></w:sdt>")
    else:
        runs.append(run(text[middle:], plain))
    if "hidden" in noise and index == 0:
        runs.append(run("底稿备注", "<w:vanish/>"))
    return paragraph("".join(runs), style + '<w:ind w:firstLineChars="200"/>')


def _tail(truth: Submission, way: str) -> str:
    return f"（{truth.unit}）" if way == "tail" else f"（{truth.unit} 李明）" if way == "with name" else ""


def _under(truth: Submission, way: str) -> list[str]:
    return [paragraph(run(truth.unit), '<w:jc w:val="center"/>')] if way == "under headline" else []


def _signature(truth: Submission, way: str) -> list[str]:
    right = '<w:jc w:val="right"/>'
    match way:
        case "signature":
            return [paragraph(run(truth.unit), right), paragraph(run("2024年3月1日"), right)]
        case "labelled":
            return [paragraph(run(f"供稿单位：{truth.unit}")), paragraph(run("联系人：李明　电话：5210000"))]
        case "own line":
            return [paragraph(run(f"（{truth.unit}）"), right)]
        case _:
            return []


def with_python_docx(seed: int) -> Made:
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    chance = random.Random(seed)
    truth = submission(seed)
    document = Document()
    if seed % 2:
        document.add_heading(truth.headline, 0)
    else:
        line = document.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.add_run(truth.headline).font.size = Pt(22)
    for index, (lead, rest) in enumerate(truth.paragraphs):
        added = document.add_paragraph()
        if lead:
            added.add_run(lead, "Strong" if seed % 3 == 0 else None).bold = None if seed % 3 == 0 else True
        added.add_run(rest + (f"（{truth.unit}）" if index == len(truth.paragraphs) - 1 else ""))
    if chance.random() < 0.3:
        document.add_paragraph("第 2 页 共 2 页")
    buffer = io.BytesIO()
    document.save(buffer)
    return Made(f"python-docx-{seed:03d}.docx", "python-docx", buffer.getvalue(), truth)


def as_markdown(truth: Submission) -> str:
    """For pandoc."""
    body = "\n\n".join(f"**{lead}**{rest}" if lead else rest for lead, rest in truth.paragraphs)
    return f"---\ntitle: {truth.headline}\n---\n\n{body}（{truth.unit}）\n"
