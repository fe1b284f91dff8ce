"""sheet.yaml → Styles, laid over those that hold where it says nothing."""

from __future__ import annotations

from pathlib import Path

from zugong.classes import replace
from zugong.diagnostics import Location
from zugong.model.style_parts import AccentStyle, FaceRole, Marks, RuleStyle, TableStyle
from zugong.model.styles import Accent, Align, LineRules, PageStyle, ParagraphStyle, Role, Styles
from zugong.resources import template_dir
from zugong.sources.files import read_text
from zugong.sources.reading import Reading
from zugong.sources.record import Record, inner_record, open_record
from zugong.sources.sheet_faults import told_in_place
from zugong.sources.sheet_limits import faults_in
from zugong.sources.sheet_places import places_of
from zugong.sources.sheet_tables import SHEET
from zugong.sources.sheet_values import colour_of, length_of, named_records
from zugong.sources.styles import NAME
from zugong.sources.yaml_reader import read_yaml

_BLACK = "#000000"
_NO_RULE = RuleStyle(0.0, _BLACK)
_BLANK = Styles(
    page=PageStyle(0, 0, 0, 0, 0, 0, 0, 0),
    faces=(),
    shipped_fangsong=True,
    paragraphs=tuple(
        (role, ParagraphStyle("", 0, _BLACK, Align.LEFT, 0, 0, 0, 1, 0, 0, keep_with_next=False, rule_below=None))
        for role in Role
    ),
    accents=tuple((accent, AccentStyle(None)) for accent in Accent),
    instruction_box=_NO_RULE,
    colophon_edge=_NO_RULE,
    colophon_inner=_NO_RULE,
    colophon_line_height=0,
    instruction_min_rows=1,
    folio_drop=0,
    marks=Marks("", "", "", "", "", "", ""),
    table=TableStyle(_NO_RULE, _NO_RULE, 0, 0),
)
"what the shipped sheet is laid over; a test says that it leaves nothing of this"


def read_shipped() -> Reading[Styles | None]:
    """The shipped sheet.yaml itself."""
    return read_sheet(template_dir(), template_dir() / NAME, _BLANK)


def read_sheet(root: Path, path: Path, base: Styles) -> Reading[Styles | None]:
    """What one sheet.yaml says, over the Styles that hold where it says nothing."""
    text = read_text(root, path)
    if text.value is None:
        return Reading(None, text.problems)
    node = read_yaml(text.value.lines, text.value.path)
    problems = [*text.problems, *node.problems]
    if node.value is None:
        # An empty file changes nothing; a broken one has said so.
        return Reading(base if not node.problems else None, tuple(problems))
    styles = _styles(open_record(node.value, SHEET, problems), base)
    faults = tuple(faults_in(styles))
    if not faults:
        return Reading(styles, tuple(problems))
    impossible = told_in_place(faults, places_of(node.value, SHEET), Location(text.value.path))
    return Reading(None, (*problems, *impossible))


def _styles(record: Record, base: Styles) -> Styles:
    box, colophon = inner_record(record, "box"), inner_record(record, "colophon")
    flag = record.flag("shipped_fangsong")
    rules = record.choice("line_rules")
    return Styles(
        page=_page(record, base.page),
        faces=_faces(record, base.faces),
        shipped_fangsong=base.shipped_fangsong if flag is None else flag,
        paragraphs=_paragraphs(record, base),
        accents=_accents(record, base),
        instruction_box=_rule(box, "rule", base.instruction_box),
        colophon_edge=_rule(colophon, "edge", base.colophon_edge),
        colophon_inner=_rule(colophon, "inner", base.colophon_inner),
        colophon_line_height=length_of(colophon, "line_height", base.colophon_line_height)
        if colophon
        else base.colophon_line_height,
        instruction_min_rows=_count(box, "min_rows", base.instruction_min_rows) if box else base.instruction_min_rows,
        folio_drop=length_of(record, "folio_drop", base.folio_drop),
        marks=_marks(inner_record(record, "marks"), base.marks),
        table=_table(inner_record(record, "table_style"), base.table),
        line_rules=LineRules(rules) if rules else base.line_rules,
    )


def _page(record: Record, base: PageStyle) -> PageStyle:
    page = base
    if paper := inner_record(record, "paper"):
        page = replace(
            page, width=length_of(paper, "width", page.width), height=length_of(paper, "height", page.height)
        )
    if area := inner_record(record, "type_area"):
        page = replace(
            page,
            top=length_of(area, "top", page.top),
            left=length_of(area, "left", page.left),
            type_width=length_of(area, "width", page.type_width),
            type_height=length_of(area, "height", page.type_height),
            lines=_count(area, "grid_lines", page.lines),
            characters=_count(area, "grid_characters", page.characters),
        )
    return page


def _faces(record: Record, base: tuple[FaceRole, ...]) -> tuple[FaceRole, ...]:
    faces = {face.key: face for face in base}
    for key, inner in named_records(record, "faces").items():
        old = faces.get(key, FaceRole(key, key, (), (), key, bold=False))
        name, western, bold = inner.text("office_name"), inner.text("western"), inner.flag("bold")
        faces[key] = FaceRole(
            key,
            name.content if name else old.office_name,
            _contents(inner, "alternatives", old.alternatives),
            _contents(inner, "shipped", old.shipped),
            western.content if western else old.western,
            old.bold if bold is None else bold,
        )
    return tuple(faces.values())


def _contents(record: Record, key: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text.content for text in record.texts(key)) or otherwise


def _paragraphs(record: Record, base: Styles) -> tuple[tuple[Role, ParagraphStyle], ...]:
    own = named_records(record, "paragraph_styles")
    return tuple(
        (role, _paragraph(own[role.value], style) if role.value in own else style) for role, style in base.paragraphs
    )


def _paragraph(record: Record, base: ParagraphStyle) -> ParagraphStyle:
    face, align, keep = record.text("face"), record.choice("align"), record.flag("keep_with_next")
    return ParagraphStyle(
        face=face.content if face else base.face,
        size=length_of(record, "size", base.size),
        colour=colour_of(record, "colour", base.colour),
        align=Align(align) if align else base.align,
        indent_first=_count(record, "indent_first", int(base.indent_first)),
        indent_left=_count(record, "indent_left", int(base.indent_left)),
        indent_right=_count(record, "indent_right", int(base.indent_right)),
        rows=_count(record, "rows", base.rows),
        rows_before=_count(record, "rows_before", base.rows_before),
        rows_after=_count(record, "rows_after", base.rows_after),
        keep_with_next=base.keep_with_next if keep is None else keep,
        rule_below=_rule(record, "rule_below", base.rule_below or _NO_RULE)
        if record.given("rule_below")
        else base.rule_below,
    )


def _accents(record: Record, base: Styles) -> tuple[tuple[Accent, AccentStyle], ...]:
    own = named_records(record, "accents")
    faces = {name: inner.text("face") for name, inner in own.items()}
    return tuple(
        (accent, AccentStyle(face.content) if (face := faces.get(accent.value)) else style)
        for accent, style in base.accents
    )


def _rule(record: Record | None, key: str, base: RuleStyle) -> RuleStyle:
    inner = inner_record(record, key) if record else None
    if inner is None:
        return base
    return RuleStyle(length_of(inner, "thickness", base.thickness), colour_of(inner, "colour", base.colour))


def _table(record: Record | None, base: TableStyle) -> TableStyle:
    if record is None:
        return base
    return TableStyle(
        _rule(record, "frame", base.frame),
        _rule(record, "inner", base.inner),
        length_of(record, "line_height", base.line_height),
        length_of(record, "padding", base.padding),
    )


def _marks(record: Record | None, base: Marks) -> Marks:
    if record is None:
        return base

    def mark(key: str, otherwise: str) -> str:
        text = record.text(key)
        return otherwise if text is None else text.content

    return Marks(
        mark("item", base.item),
        mark("contents_section", base.contents_section),
        mark("leader", base.leader),
        mark("folio", base.folio),
        mark("instruction", base.instruction),
        mark("editors_note", base.editors_note),
        mark("draft", base.draft),
    )


def _count(record: Record, key: str, otherwise: int) -> int:
    number = record.number(key)
    return otherwise if number is None else number
