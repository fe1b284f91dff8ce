"""The one section of the document: paper, margins, grid, where headers and footers stand."""

from __future__ import annotations

from zugong.layout.sheet import Sheet
from zugong.model.styles import PageStyle, Role, Styles
from zugong.renderers.docx.markup import element, w
from zugong.renderers.docx.measures import pitch, twips

ODD_FOOTER, EVEN_FOOTER = "rIdOddFooter", "rIdEvenFooter"
ODD_HEADER, EVEN_HEADER = "rIdOddHeader", "rIdEvenHeader"
BLANK_FOOTER = "rIdBlankFooter"

_BASELINE = 0.8
"of an exact line as high as its type, from the top"

_DASH = 0.38
"from the baseline to the middle of a dash, em"

_DRAFT_PLACE = 0.6
"baseline of the draft mark, part of the upper margin"


def section_properties(sheet: Sheet) -> str:
    """`w:sectPr` of the text."""
    headers = (("header", "default", ODD_HEADER), ("header", "even", EVEN_HEADER)) if sheet.draft_mark else ()
    return _section(sheet.styles, (*headers, ("footer", "default", ODD_FOOTER), ("footer", "even", EVEN_FOOTER)))


def blank_section(sheet: Sheet) -> str:
    """`w:sectPr` of an empty last page (末页: 双数页), which has no number (GB/T 9704—2012, 7.5)."""
    footers = (("footer", "default", BLANK_FOOTER), ("footer", "even", BLANK_FOOTER))
    return _section(sheet.styles, footers, w("type", val="nextPage"))


def _section(styles: Styles, margins: tuple[tuple[str, str, str], ...], begins: str = "") -> str:
    """The grid counts lines only, because LibreOffice 7.4 sets 14 to 20 characters on one of characters."""
    page = styles.page
    return w(
        "sectPr",
        *(element(f"w:{kind}Reference", **{"w:type": sides, "r:id": target}) for kind, sides, target in margins),
        begins,
        w("pgSz", w=twips(page.width), h=twips(page.height)),
        _page_margins(styles),
        w("cols", space=720),
        w("docGrid", type="lines", linePitch=pitch(page)),
    )


def _page_margins(styles: Styles) -> str:
    page = styles.page
    return w(
        "pgMar",
        top=twips(page.top),
        right=twips(page.right),
        bottom=twips(page.bottom),
        left=twips(page.left),
        header=twips(_header_distance(styles, page)),
        footer=twips(_footer_distance(styles, page)),
        gutter=0,
    )


def _header_distance(styles: Styles, page: PageStyle) -> float:
    """From the edge of the paper to the line of the draft mark, pt."""
    return max(_DRAFT_PLACE * page.top - _BASELINE * styles.paragraph(Role.DRAFT).size, 0.0)


def _footer_distance(styles: Styles, page: PageStyle) -> float:
    """From the edge of the paper up to the line of the page number, pt: its dash stands 7 mm below the type area."""
    size = styles.paragraph(Role.FOLIO).size
    below_dash = size - (_BASELINE - _DASH) * size
    return max(page.bottom - styles.folio_drop - below_dash, 0.0)
