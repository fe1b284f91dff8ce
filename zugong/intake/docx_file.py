"""A whole DOCX → Manuscript."""

from __future__ import annotations

from zugong.classes import replace
from zugong.intake import limits
from zugong.intake.docx_body import Body, notes
from zugong.intake.docx_text import Walk
from zugong.intake.figure_files import prepared
from zugong.intake.looks import StyleSheet
from zugong.intake.manuscript import Figure, Manuscript, Place
from zugong.intake.numbering import Numbering
from zugong.intake.package import Package, Relation
from zugong.intake.refusal import Refused
from zugong.intake.xml import Element, child, get

_NOTES = (
    ("footnotes", "footnote", Place.FOOTNOTE),
    ("endnotes", "endnote", Place.FOOTNOTE),
    ("comments", "comment", Place.COMMENT),
)
_MARGINS = ("header", "footer")


def read_docx(data: bytes, *, reject: bool = False) -> Manuscript:
    """The manuscript in a DOCX; tracked changes are accepted unless `reject`."""
    package = Package(data)
    main = package.main_part()
    relations = package.relations(main)
    walk = Walk(StyleSheet(_part(package, relations, "styles")), reject)
    numbering = Numbering(_part(package, relations, "numbering"))
    body = Body(walk, numbering)
    text = child(package.tree(main), "body")
    if text is None:
        raise Refused("import-broken", "这个文件里没有正文", "用 WPS 或 Word 打开它看看，另存为 .docx 再导入")
    body.read(text, Place.TEXT)
    pictures = list(walk.pictures)
    _read_notes(package, relations, body)
    _read_margins(package, relations, body)
    figures = _figures(package, relations, pictures, walk)
    wanted = len(dict.fromkeys(pictures))
    missing = min(wanted, limits.MOST_FIGURES) - len(figures)
    return Manuscript(
        tuple(body.paragraphs),
        tuple(sorted(walk.dropped.items())),
        figures,
        tuple(body.tables),
        (
            *_remarks(package, relations, walk, numbering, missing),
            *([f"图片太多，只取了前 {limits.MOST_FIGURES} 张"] if wanted > limits.MOST_FIGURES else []),
        ),
        _title(package),
    )


def _part(package: Package, relations: dict[str, Relation], kind: str) -> Element | None:
    for relation in relations.values():
        if relation.kind == kind and not relation.external and package.holds(relation.target):
            return package.tree(relation.target)
    return None


def _read_notes(package: Package, relations: dict[str, Relation], body: Body) -> None:
    for kind, name, place in _NOTES:
        root = _part(package, relations, kind)
        for one in notes(root, name) if root is not None else []:
            body.read(one, place, get(one, "author"))


def _read_margins(package: Package, relations: dict[str, Relation], body: Body) -> None:
    for relation in sorted(relations.values(), key=lambda one: one.target):
        if relation.kind in _MARGINS and not relation.external and package.holds(relation.target):
            body.read(package.tree(relation.target), Place.MARGIN)


def _figures(package: Package, relations: dict[str, Relation], wanted: list[str], walk: Walk) -> tuple[Figure, ...]:
    """Pictures in the order of the text; a linked one is not fetched, an SVG goes before the PNG made of it."""
    found: list[Figure] = []
    for identity in list(dict.fromkeys(wanted))[: limits.MOST_FIGURES]:
        shown = walk.shown[identity]
        drawing = _figure(package, relations.get(shown.drawing), identity)
        made = drawing if drawing and not isinstance(prepared(drawing), str) else None
        made = made or _figure(package, relations.get(identity), identity)
        found += [replace(made, width=shown.width, description=shown.description)] if made else []
    return tuple(found)


def _figure(package: Package, relation: Relation | None, key: str) -> Figure | None:
    if relation is None or relation.external or not package.holds(relation.target):
        return None
    return Figure(relation.target.rpartition("/")[2], package.content(relation.target, limits.LARGEST_FIGURE), key)


def _title(package: Package) -> str:
    """文档标题 of the file's properties."""
    for relation in package.relations("").values():
        if relation.kind == "core-properties" and package.holds(relation.target):
            title = child(package.tree(relation.target), "title")
            return "" if title is None else (title.text or "").strip()
    return ""


def _remarks(
    package: Package, relations: dict[str, Relation], walk: Walk, numbering: Numbering, missing: int
) -> list[str]:
    """What was in the file and cannot be in an item."""
    linked = sum(one.external and one.kind != "hyperlink" for one in relations.values())
    remarks = [
        (package.has_macros, "文件里有宏，没有读取，也没有运行"),
        (linked, f"文件里有 {linked} 处链接到外面的内容，没有打开"),
        (missing > 0, f"有 {missing} 张图片不在文件里，取不到"),
        (walk.embedded, f"有 {walk.embedded} 个嵌入的对象（公式、图表、附件），没有取出，请对照原件"),
        (walk.word_art, f"有艺术字没有放进来：{'、'.join(walk.word_art)[:60]}"),
        (walk.foreign, f"文件里整个嵌着 {walk.foreign} 个别的文件，文字没有取出，请用 WPS 打开后另存为 .docx 再导入"),
        (walk.symbols, f"有 {walk.symbols} 个符号字体的字读不出，写成了“〓”，请对照原件改正"),
        (walk.tracked, f"有 {walk.tracked} 处修订，已全部{'拒绝' if walk.reject else '接受'}"),
        (numbering.bullets, f"有 {numbering.bullets} 段前面是圆点之类的项目符号，没有保留"),
    ]
    return [text for holds, text in remarks if holds]
