"""styles.xml: every Role and Accent of sheet.yaml as a named style (样式) that an editor can change."""

from __future__ import annotations

from zugong.model.style_parts import FaceRole
from zugong.model.styles import Accent, Align, ParagraphStyle, Role, Styles
from zugong.renderers.docx import names
from zugong.renderers.docx.borders import border
from zugong.renderers.docx.fitting import Fit, fits, rooms
from zugong.renderers.docx.markup import part, w
from zugong.renderers.docx.measures import TWIPS_PER_POINT, half_points, pitch, twips, type_width
from zugong.renderers.docx.rows import Room
from zugong.renderers.docx.uses import Uses
from zugong.typesetting.pages import Pages

_JUSTIFICATION = {
    Align.JUSTIFY: "both",
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
    Align.OUTSIDE: "right",
    Align.FIT: "distribute",
}

_LEADERS = {"·": "middleDot", ".": "dot", "…": "dot", "．": "dot", "-": "hyphen", "_": "underscore"}


def styles_part(styles: Styles, pages: Pages, uses: Uses) -> str:
    """The part; `pages` tell how wide the masthead spreads and which roles wrap."""
    fit_of = fits(styles, pages)
    room_of = rooms(styles, pages)
    return part(
        "styles",
        _defaults(styles),
        _latent(),
        *_built_in(),
        *(
            _paragraph(role, style, styles, fit_of.get(role), room_of[role], uses)
            for role, style in styles.paragraphs
            if role in uses.roles
        ),
        *_beside_roles(styles),
        *((_figure(),) if uses.figures else ()),
        *(_character(accent, styles) for accent in names.CHARACTER_NAMES),
        _marks(styles),
    )


def _defaults(styles: Styles) -> str:
    body = styles.paragraph(Role.BODY)
    run = w("rPr", *_face(styles.face(body.face), styles), w("kern", val=0), *_size(body.size), _language())
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _language() -> str:
    """Chinese; with zh-CN for Latin too, LibreOffice 7.4 ends lines inside numbers."""
    return w("lang", val="en-US", eastAsia="zh-CN")


def _latent() -> str:
    """Keeps Word's own 376 styles out of the list, so that it shows ours alone."""
    return w(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=0,
        defQFormat=0,
        count=376,
    )


def _built_in() -> tuple[str, ...]:
    """The four defaults that every document must have."""
    hidden = (w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"))
    return (
        w("style", w("name", val="Normal"), w("qFormat"), _normal(), type="paragraph", default=1, styleId="a"),
        w("style", w("name", val="Default Paragraph Font"), *hidden, type="character", default=1, styleId="a0"),
        w("style", w("name", val="Normal Table"), *hidden, type="table", default=1, styleId="a1"),
        w("style", w("name", val="No List"), *hidden, type="numbering", default=1, styleId="a2"),
    )


def _normal() -> str:
    """The rule set of our composer: no hanging marks, no room between 汉字 and Latin."""
    return w(
        "pPr",
        w("widowControl", val=0),
        w("kinsoku"),
        w("overflowPunct", val=0),
        w("autoSpaceDE", val=0),
        w("autoSpaceDN", val=0),
        w("jc", val="both"),
    )


def _paragraph(role: Role, style: ParagraphStyle, styles: Styles, fit: Fit | None, space: Room, uses: Uses) -> str:
    tracking = styles.tracking(role)
    run = w(
        "rPr",
        *_face(styles.face(style.face), styles),
        w("color", val=style.colour.removeprefix("#").upper()),
        w("spacing", val=twips(tracking)) if tracking else "",
        *_size(fit.size if fit and fit.size else style.size),
    )
    setting = _setting(role, style, styles, fit, space, uses)
    following = names.paragraph_id(Role.BODY) if style.keep_with_next else ""
    return _style(names.PARAGRAPH_NAMES[role], names.paragraph_id(role), setting + run, following=following)


def _style(
    name: str, style_id: str, content: str, *, kind: str = "paragraph", based_on: str = "a", following: str = ""
) -> str:
    """A style of ours; `following` is that of the paragraph an editor begins behind it."""
    behind = w("next", val=following) if following else ""
    head = (w("name", val=name), w("basedOn", val=based_on), behind, w("qFormat"))
    return w("style", *head, content, type=kind, customStyle=1, styleId=style_id)


def _setting(role: Role, style: ParagraphStyle, styles: Styles, fit: Fit | None, space: Room, uses: Uses) -> str:
    """`w:pPr`, in the order of the schema."""
    rule = style.rule_below
    return w(
        "pPr",
        w("keepNext") if style.keep_with_next else "",
        w("pBdr", border("bottom", rule, space.above_rule)) if rule else "",
        _tab_stop(role, style, styles, uses),
        w("snapToGrid", val=0) if space.line else "",
        _spacing(space),
        _inset(fit.inset) if fit and fit.inset >= 1 else _indents(role, style, styles, uses),
        w("jc", val=_JUSTIFICATION[style.align]),
    )


def _tab_stop(role: Role, style: ParagraphStyle, styles: Styles, uses: Uses) -> str:
    """What stands right; there is no right indent beside it: LibreOffice 7.4 loses text at a tab beyond one."""
    if role not in uses.ended:
        return ""
    right = type_width(styles.page) - twips(style.indent_right * styles.character(role))
    leader = {"leader": _LEADERS.get(styles.marks.leader, "middleDot")} if role in uses.led else {}
    return w("tabs", w("tab", val="right", **leader, pos=right))


def _spacing(space: Room) -> str:
    """Line height and empty rows; nothing of it where the grid alone says it."""
    attributes: dict[str, str | int] = {}
    if space.before:
        attributes["before"] = space.before
    if space.after:
        attributes["after"] = space.after
    if space.line:
        attributes |= {"line": space.line, "lineRule": "exact"}
    return w("spacing", **attributes) if attributes else ""


def _inset(points: float) -> str:
    return w("ind", left=twips(points), right=twips(points))


def _indents(role: Role, style: ParagraphStyle, styles: Styles, uses: Uses) -> str:
    """Indents in characters where those are of body size, and in twips.

    Word counts leftChars in characters of the default style, so other sizes have twips alone.
    A border begins at the left indent; above a rule the first line is indented instead.
    """
    left, first = style.indent_left, style.indent_first
    if style.rule_below:
        left, first = 0.0, first + left
    right = 0.0 if role in uses.ended else style.indent_right
    attributes: dict[str, str | int] = {}
    in_characters = style.size == styles.paragraph(Role.BODY).size
    for name, count in (("left", left), ("right", right), ("firstLine", first)):
        if count and in_characters:
            attributes[f"{name}Chars"] = round(count * 100)
        if count:
            attributes[name] = twips(count * styles.character(role))
    return w("ind", **attributes) if attributes else ""


def _face(face: FaceRole, styles: Styles) -> tuple[str, ...]:
    """All four slots: a slot left open is filled from the theme."""
    latin = styles.face(face.western).office_name
    fonts = w("rFonts", hint="eastAsia", ascii=latin, hAnsi=latin, eastAsia=face.office_name, cs=latin)
    return (fonts, w("b"), w("bCs")) if face.bold else (fonts,)


def _size(points: float) -> tuple[str, str]:
    return w("sz", val=half_points(points)), w("szCs", val=half_points(points))


def _character(accent: Accent, styles: Styles) -> str:
    key = styles.accent(accent).face
    content = w("rPr", *_face(styles.face(key), styles)) if key else ""
    return _style(names.CHARACTER_NAMES[accent], names.character_id(accent), content, kind="character", based_on="a0")


def _marks(styles: Styles) -> str:
    """The Chinese face in every slot: LibreOffice 7.4 gives ” behind + to the Latin face, hint or no hint."""
    face = styles.face(styles.paragraph(Role.BODY).face).office_name
    content = w("rPr", w("rFonts", hint="eastAsia", ascii=face, hAnsi=face, eastAsia=face, cs=face))
    return _style(names.MARKS, names.MARKS_ID, content, kind="character", based_on="a0")


def _beside_roles(styles: Styles) -> tuple[str, ...]:
    """The few paragraph styles that are no Role."""
    folio = styles.paragraph(Role.FOLIO)
    side = "left" if folio.align is Align.OUTSIDE else _JUSTIFICATION[folio.align]
    even = w("pPr", w("jc", val=side))
    return (
        _style(names.EVEN_FOLIO, names.other_id(names.EVEN_FOLIO), even, based_on=names.paragraph_id(Role.FOLIO)),
        _style(names.EMPTY_ROOM, names.other_id(names.EMPTY_ROOM), _exact_line(pitch(styles.page), 16)),
        _style(names.ANCHOR, names.other_id(names.ANCHOR), _exact_line(TWIPS_PER_POINT, 1)),
    )


def _figure() -> str:
    """A picture in the middle; how high its line is every paragraph says itself."""
    setting = w("pPr", w("snapToGrid", val=0), w("jc", val="center"))
    return _style(names.FIGURE, names.other_id(names.FIGURE), setting + w("rPr", *_size(1)))


def _exact_line(height: int, size: float) -> str:
    setting = w("pPr", w("snapToGrid", val=0), w("spacing", line=height, lineRule="exact"))
    return setting + w("rPr", *_size(size))
