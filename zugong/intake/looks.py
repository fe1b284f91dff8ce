"""How a paragraph and its text look: direct formatting over character style over paragraph style over defaults."""

from __future__ import annotations

from zugong.classes import dataclass
from zugong.intake.xml import Element, child, children, get, switch, value

_DEEPEST = 20
"styles based on one another; a circle ends here too"

_OUTLINES = frozenset("012345678")
_FACES = ("eastAsia", "eastAsiaTheme", "ascii", "hAnsi")


@dataclass(frozen=True, slots=True)
class Look:
    """What is said about text in one place; None or empty: nothing."""

    bold: bool | None = None
    face: str = ""
    size: float = 0.0
    hidden: bool | None = None

    def over(self, below: Look) -> Look:
        """This where it says something, else what lies below."""
        return Look(
            below.bold if self.bold is None else self.bold,
            self.face or below.face,
            self.size or below.size,
            below.hidden if self.hidden is None else self.hidden,
        )


def look_of(properties: Element | None) -> Look:
    """What a w:rPr says."""
    if properties is None:
        return Look()
    fonts = child(properties, "rFonts")
    face = "" if fonts is None else next((get(fonts, one) for one in _FACES if get(fonts, one)), "")
    return Look(switch(properties, "b"), face, _points(value(properties, "sz")), switch(properties, "vanish"))


def _points(half: str | None) -> float:
    """w:sz counts half points; WPS writes decimals at times."""
    try:
        return float(half or 0) / 2
    except ValueError:
        return 0.0


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str
    look: Look
    align: str
    numbering: Element | None
    outline: int


class StyleSheet:
    """styles.xml."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._defaults = Look()
        self.default_paragraph = ""
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self._defaults = look_of(defaults)
        for one in children(root, "style"):
            identity = get(one, "styleId")
            self._styles[identity] = _style(one)
            if get(one, "type") == "paragraph" and get(one, "default") in ("1", "true", "on"):
                self.default_paragraph = identity

    def _chain(self, identity: str) -> list[_Style]:
        found: list[_Style] = []
        while identity in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[identity])
            identity = found[-1].based_on
        return found

    def name(self, identity: str) -> str:
        """What the style is called in the list of styles."""
        return self._styles[identity].name if identity in self._styles else ""

    def look(self, identity: str) -> Look:
        """What a style says of text."""
        found = Look()
        for style in self._chain(identity):
            found = found.over(style.look)
        return found

    def paragraph_look(self, identity: str) -> Look:
        """The same with the document's defaults below it."""
        return self.look(identity or self.default_paragraph).over(self._defaults)

    def align(self, identity: str) -> str:
        """How paragraphs of the style stand."""
        return next((one.align for one in self._chain(identity or self.default_paragraph) if one.align), "")

    def outline(self, identity: str) -> int:
        """The level of a heading, 1…9; 0: text."""
        return next((one.outline for one in self._chain(identity or self.default_paragraph) if one.outline), 0)

    def numbering(self, identity: str) -> Element | None:
        """w:numPr of a paragraph style."""
        chain = self._chain(identity or self.default_paragraph)
        return next((one.numbering for one in chain if one.numbering is not None), None)


def _style(element: Element) -> _Style:
    paragraph = child(element, "pPr")
    return _Style(
        value(element, "name") or "",
        value(element, "basedOn") or "",
        look_of(child(element, "rPr")),
        align_of(paragraph),
        child(paragraph, "numPr"),
        outline_of(paragraph),
    )


def align_of(properties: Element | None) -> str:
    """How a paragraph stands; strict OOXML and LibreOffice say start and end for left and right."""
    said = value(properties, "jc") or ""
    return {"start": "left", "end": "right"}.get(said, said)


def outline_of(properties: Element | None) -> int:
    """w:outlineLvl counts from 0, and 9 is text (ECMA-376, 17.3.1.20)."""
    level = value(properties, "outlineLvl") or ""
    return int(level) + 1 if level in _OUTLINES else 0
