"""fontTable.xml and theme1.xml: the official faces by name, with what may stand in for them."""

from __future__ import annotations

from zugong.model.style_parts import FaceRole
from zugong.model.styles import Role, Styles
from zugong.renderers.docx.markup import DECLARATION, element, part, w

_THEME_COLOURS = {
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}


def fonts_part(styles: Styles) -> str:
    """The table of faces; Word and WPS take a name of altName when the official face is missing."""
    named = {face.office_name: face for face in reversed(styles.faces)}
    return part("fonts", *(_font(named[name]) for name in sorted(named)))


def _font(face: FaceRole) -> str:
    chinese = not face.office_name.isascii()
    return w(
        "font",
        w("altName", val=",".join(face.alternatives)) if face.alternatives else "",
        w("charset", val="86" if chinese else "00"),
        w("family", val="auto" if chinese else "roman"),
        w("pitch", val="default" if chinese else "variable"),
        name=face.office_name,
    )


def theme_part(styles: Styles) -> str:
    """A theme of nothing but the sheet's faces: WPS warns of every other name that it finds there."""
    elements = element(
        "a:themeElements",
        _colours(styles),
        element(
            "a:fontScheme",
            element("a:majorFont", _scheme(styles, Role.SECTION)),
            element("a:minorFont", _scheme(styles, Role.BODY)),
            name="组工",
        ),
        _formats(),
    )
    namespace = {"xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    return DECLARATION + element("a:theme", elements, name="组工", **namespace)


def _scheme(styles: Styles, role: Role) -> str:
    face = styles.face(styles.paragraph(role).face)
    latin = styles.face(styles.face(styles.paragraph(Role.BODY).face).western).office_name
    return (
        element("a:latin", typeface=latin)
        + element("a:ea", typeface=face.office_name)
        + element("a:cs", typeface=latin)
        + element("a:font", script="Hans", typeface=face.office_name)
    )


def _colours(styles: Styles) -> str:
    """Black, white and the red of the masthead; the rest must be there and is used nowhere."""
    red = styles.paragraph(Role.TITLE).colour.removeprefix("#").upper()
    values = {**_THEME_COLOURS, "accent1": red}
    order = ("dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
    return element(
        "a:clrScheme",
        element("a:dk1", element("a:sysClr", val="windowText", lastClr="000000")),
        element("a:lt1", element("a:sysClr", val="window", lastClr="FFFFFF")),
        *(element(f"a:{name}", element("a:srgbClr", val=values[name])) for name in order),
        name="组工",
    )


def _formats() -> str:
    """The least that the schema asks for: three of each."""
    fill = element("a:solidFill", element("a:schemeClr", val="phClr"))
    effect = element("a:effectStyle", element("a:effectLst"))
    return element(
        "a:fmtScheme",
        element("a:fillStyleLst", fill * 3),
        element("a:lnStyleLst", element("a:ln", fill, w=6350) * 3),
        element("a:effectStyleLst", effect * 3),
        element("a:bgFillStyleLst", fill * 3),
        name="组工",
    )
