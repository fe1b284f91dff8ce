"""What no printer can print and no composer can set: the limits of sheet.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zugong import terms
from zugong.model.style_parts import RuleStyle
from zugong.model.styles import ParagraphStyle, Role, Styles
from zugong.resources import SHIPPED_FAMILIES
from zugong.sources.sheet_faults import Fault
from zugong.sources.sheet_marks import mark_faults
from zugong.sources.sheet_places import Way
from zugong.text.likeness import nearest
from zugong.text.measures import mm

_OFF_GRID = {Role.COLOPHON, Role.TABLE_HEAD, Role.TABLE_CELL, Role.TABLE_TOTAL, Role.FOLIO, Role.DRAFT}
"roles whose lines are not laid on the grid"
_TABLE_ROLES = (Role.TABLE_HEAD, Role.TABLE_CELL, Role.TABLE_TOTAL)
_LONGEST = 1584.0
"pt; a page of a DOCX is no longer (22 inches; that of a PDF may be: ISO 32000-1, annex C)"
_LONGEST_FACE = 31
"characters of a face's name in a DOCX (ECMA-376, 17.3.2.26); Windows has no longer ones"
_TIGHTEST = 0.8
"of the type's size: characters set closer than this lie upon one another"
_PITCH: tuple[Way, ...] = (("type_area", "height"), ("type_area", "grid_lines"))
_CELL: tuple[Way, ...] = (("type_area", "width"), ("type_area", "grid_characters"))


def faults_in(styles: Styles) -> tuple[Fault, ...]:
    """All that is impossible; what follows from a measure of zero is not told as well."""
    nothing = tuple(_nothing(styles))
    if nothing:
        return nothing
    families = (_paper, _grid, _faces, _paragraphs, _box, _colophon, _folio, mark_faults)
    return tuple(fault for family in families for fault in family(styles))


def _nothing(styles: Styles) -> Iterator[Fault]:
    page = styles.page
    advice = "要大于零"
    measures = (
        ("“纸张”的宽", page.width, ("paper", "width")),
        ("“纸张”的高", page.height, ("paper", "height")),
        ("“版心”的宽", page.type_width, ("type_area", "width")),
        ("“版心”的高", page.type_height, ("type_area", "height")),
        ("“版心”的行数", page.lines, ("type_area", "grid_lines")),
        ("“版心”的字数", page.characters, ("type_area", "grid_characters")),
        ("“版记”的行距", styles.colophon_line_height, ("colophon", "line_height")),
        ("“表格”的行距", styles.table.line_height, ("table_style", "line_height")),
        ("“批示框”的至少行数", styles.instruction_min_rows, ("box", "min_rows")),
    )
    yield from (Fault(name, "是零", (way,), advice) for name, value, way in measures if value <= 0)
    for role, style in styles.paragraphs:
        if style.size <= 0:
            yield Fault(_name(role), "的字号是零", (_of(role, "size"),), advice)
        if style.rows <= 0:
            yield Fault(_name(role), "的占行是零", (_of(role, "rows"),), advice)


def _paper(styles: Styles) -> Iterator[Fault]:
    page = styles.page
    if page.right < 0:
        ways: tuple[Way, ...] = (("type_area", "left"), ("type_area", "width"), ("paper", "width"))
        advice = f"左加宽不能超过纸宽（现在超出 {mm(-page.right):.1f} mm）"
        yield Fault("版心", "从右边伸到纸外面去了", ways, advice)
    if page.bottom < 0:
        ways = (("type_area", "top"), ("type_area", "height"), ("paper", "height"))
        advice = f"上加高不能超过纸高（现在超出 {mm(-page.bottom):.1f} mm）"
        yield Fault("版心", "从下边伸到纸外面去了", ways, advice)
    for name, value, key in (("宽", page.width, "width"), ("高", page.height, "height")):
        if value > _LONGEST:
            yield Fault("纸张", f"太大，Word 的{name}到 558mm 为止", (("paper", key),), "请改小")


def _grid(styles: Styles) -> Iterator[Fault]:
    body, page = styles.paragraph(Role.BODY), styles.page
    cell = page.type_width / page.characters
    if cell < body.size * _TIGHTEST:
        advice = f"减少每行字数，或者改小正文的字号（现在一个字 {body.size:g}pt，只有 {cell:.1f}pt 的地方）"
        yield Fault("正文", "一行里放不下这么多字", (*_CELL, _of(Role.BODY, "size")), advice)


def _paragraphs(styles: Styles) -> Iterator[Fault]:
    # 正文 first: it stands for the others where many go wrong by one cause
    for role, style in sorted(styles.paragraphs, key=lambda pair: pair[0] is not Role.BODY):
        yield from _room(styles, role, style)
        yield from _height(styles, role, style)
        if style.rule_below:
            yield from _rule(styles, style.rule_below, _of(role, "rule_below"), _name(role))


def _faces(styles: Styles) -> Iterator[Fault]:
    """Every name of a face must be one of 字体, every 随附 one of the shipped families."""
    keys = [face.key for face in styles.faces]
    named: list[tuple[str | None, Way]] = [(one.face, _of(role, "face")) for role, one in styles.paragraphs]
    named += [(one.face, ("accents", accent.value, "face")) for accent, one in styles.accents]
    named += [(face.western, ("faces", face.key, "western")) for face in styles.faces]
    for name, way in named:
        if name is not None and name not in keys:
            yield _unknown_face(name, way, keys)
    for face in styles.faces:
        if len(face.office_name) > _LONGEST_FACE:
            way = ("faces", face.key, "office_name")
            yield Fault("", f"公文字体的名称太长，Word 只认 {_LONGEST_FACE} 个字以内的", (way,), "写字体的短名")
        for family in face.shipped:
            if family not in SHIPPED_FAMILIES:
                yield _unknown_face(family, ("faces", face.key, "shipped", family), SHIPPED_FAMILIES)


def _unknown_face(name: str, way: Way, known: Sequence[str]) -> Fault:
    near = nearest(name, list(known))
    advice = (f"是不是“{near}”？" if near else "") + f"可以用的字体：{'、'.join(known)}"
    return Fault("", f"没有“{name}”这种字体", (way,), advice, "unknown-face")


def _room(styles: Styles, role: Role, style: ParagraphStyle) -> Iterator[Fault]:
    """Beside the indents at least one character."""
    width, character = styles.page.type_width, styles.character(role)
    ways = (*_CELL, _of(role, "size"))
    if character > width:
        yield Fault(_name(role), "的一个字比版心还宽", ways, "改小字号")
        return
    indent = style.indent_left + style.indent_right + max(style.indent_first, 0)
    if (indent + 1) * character > width + 0.01:
        indents = tuple(_of(role, key) for key in ("indent_first", "indent_left", "indent_right"))
        most = int(width / character) - 1
        yield Fault(_name(role), "缩进太多，一个字也放不下", (*ways, *indents), f"几处缩进合起来最多 {most} 个字")


def _height(styles: Styles, role: Role, style: ParagraphStyle) -> Iterator[Fault]:
    page = styles.page
    if style.rows > page.lines:
        ways: tuple[Way, ...] = (_of(role, "rows"), ("type_area", "grid_lines"))
        yield Fault(_name(role), "的占行比一面的行数还多", ways, f"一面只有 {page.lines} 行")
    for key, rows in (("rows_before", style.rows_before), ("rows_after", style.rows_after)):
        if rows >= page.lines:
            ways = (_of(role, key), ("type_area", "grid_lines"))
            yield Fault(_name(role), "前后空的行数有一面那么多", ways, f"一面只有 {page.lines} 行")
    room = page.type_height if role in _OFF_GRID else style.rows * page.line_pitch
    if style.size > room + 0.01:
        ways = (_of(role, "size"), _of(role, "rows"), *_PITCH)
        advice = f"改小字号，或者加大占行，或者减少版心的行数（字 {style.size:g}pt，行 {room:.1f}pt）"
        yield Fault(_name(role), "的字比所占的行还高，上下会叠在一起", ways, advice)


def _box(styles: Styles) -> Iterator[Fault]:
    if styles.instruction_min_rows > styles.page.lines:
        ways = (("box", "min_rows"), ("type_area", "grid_lines"))
        yield Fault("批示框", "比一面还高", ways, f"一面只有 {styles.page.lines} 行")
    yield from _rule(styles, styles.instruction_box, ("box", "rule"), "批示框")


def _colophon(styles: Styles) -> Iterator[Fault]:
    """版记 and 表格: lines of their own height."""
    size, table = styles.paragraph(Role.COLOPHON).size, styles.table
    yield from _tight("版记", styles.colophon_line_height, size, ("colophon", "line_height"), Role.COLOPHON)
    for role in _TABLE_ROLES:
        way = ("table_style", "line_height")
        yield from _tight(_name(role), table.line_height, styles.paragraph(role).size, way, role)
        if 2 * table.padding + styles.paragraph(role).size > styles.page.type_width:
            ways = (("table_style", "padding"), _of(role, "size"), ("type_area", "width"))
            yield Fault("表格", "左右空得太多，一个字也放不下", ways, "改小“左右空”")
    yield from _rule(styles, styles.colophon_edge, ("colophon", "edge"), "版记")
    yield from _rule(styles, styles.colophon_inner, ("colophon", "inner"), "版记")
    yield from _rule(styles, table.frame, ("table_style", "frame"), "表格")
    yield from _rule(styles, table.inner, ("table_style", "inner"), "表格")


def _tight(name: str, height: float, size: float, way: Way, role: Role) -> Iterator[Fault]:
    if height < size:
        advice = f"行距至少和字号一样（字 {size:g}pt，行距 {height:.1f}pt）"
        yield Fault(name, "的行距比字还小，上下会叠在一起", (way, _of(role, "size")), advice)


def _folio(styles: Styles) -> Iterator[Fault]:
    page, size = styles.page, styles.paragraph(Role.FOLIO).size
    over = styles.folio_drop + size / 2 - page.bottom
    if styles.marks.folio and over > 0 and page.bottom >= 0:
        bottom: tuple[Way, ...] = (("type_area", "top"), ("type_area", "height"), ("paper", "height"))
        ways = (("folio_drop",), _of(Role.FOLIO, "size"), *bottom)
        advice = f"页码在版心下边以下，那里只有 {mm(max(page.bottom, 0)):.1f} mm；改小“页码下移”，或者改小版心的高"
        yield Fault("页码", "印到纸外面去了", ways, advice)


def _rule(styles: Styles, rule: RuleStyle, way: Way, name: str) -> Iterator[Fault]:
    if rule.thickness > styles.page.line_pitch:
        ways = ((*way, "thickness"), *_PITCH)
        yield Fault(name, "的线比一行还粗", ways, "线粗用 0.35mm、2.5pt 这样的数值")


def _of(role: Role, key: str) -> Way:
    return ("paragraph_styles", role.value, key)


def _name(role: Role) -> str:
    return f"“{terms.ROLES[role.value]}”"
