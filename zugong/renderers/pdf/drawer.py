"""Parts → HTML elements: text without lines, which placing.py puts where it belongs.

What most of an element shares (face) stands on the element, exceptions on spans: WeasyPrint's time grows with the
number of inline boxes.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from zugong.classes import dataclass, field
from zugong.renderers.pdf.drawn import placed
from zugong.renderers.pdf.elements import ARTIFACT, escaped
from zugong.renderers.pdf.placing import SPECIMEN, Text, TextBox, specimens, text_of
from zugong.typesetting.pages import Fragment, PlacedCell, PlacedPicture, PlacedTable

_MIDDLE = 0.38
"from the middle of a line box to the baseline, em: every shipped face has ascent 0.88, descent 0.12"

_SPECIMENS = "<i></i>"
"where the specimens of all faces are going to stand: in the element that is made first"

_SPECIMEN_SIZE = 75
"pt, 100 CSS pixels: large enough to measure widths by"


@dataclass(slots=True)
class ClassTable:
    """CSS declarations in use, each with a short class name in order of first use."""

    names: dict[str, str] = field(default_factory=dict)

    def name(self, declaration: str) -> str:
        """The class for a declaration."""
        return self.names.setdefault(declaration, f"c{len(self.names)}")


@dataclass(frozen=True, slots=True)
class Drawer:
    """Makes elements of parts."""

    left: float
    "where every element begins, pt"
    leader: str
    "目录导引点"
    table: ClassTable
    source: Callable[[PlacedPicture], str]
    "the URL of a picture"
    texts: list[Text] = field(default_factory=list)
    "of the elements, by the number in their data-n"

    def fragment(self, tag: str, fragment: Fragment) -> str:
        """A paragraph or what there is of it."""
        of_fragment = text_of(fragment.lines, self.leader)
        run = fragment.lines[0].runs[0]
        classes = self.table.name(f"font-family:'{of_fragment.family}';font-size:{run.size:g}pt;color:{run.colour}")
        together = len(of_fragment.boxes) == 1 and of_fragment.boxes[0].family == of_fragment.family
        text = "".join(self._text(box, apart=not together) for box in of_fragment.boxes)
        inside = f'<a href="#{escaped(fragment.link)}">{text}</a>' if fragment.link else text
        start = f'<{tag} class="f {fragment.role.value} {classes}" data-n="{len(self.texts)}"'
        end = f"</{tag}>" if self.texts else f"{_SPECIMENS}</{tag}>"
        self.texts.append(of_fragment)
        return f"{start}{self._reference(fragment)}>{inside}{end}"

    def finished(self, html: str) -> str:
        """The pages with the specimens, which cannot be made before all texts are known."""
        made = (self._specimen(*one) for one in specimens(self.texts).items())
        return html.replace(_SPECIMENS, "".join(made))

    def _specimen(self, family: str, characters: str) -> str:
        style = f"font-family:'{family}';font-size:{_SPECIMEN_SIZE}pt"
        return f'<i data-n="{SPECIMEN}{family}" style="{style}">{escaped(characters)}</i>'

    def _reference(self, fragment: Fragment) -> str:
        """By what it is found: the attributes for links and for the navigation pane (书签), and then its place."""
        found = f' id="{escaped(fragment.anchor)}"' if fragment.anchor else ""
        if fragment.outline_level:
            found += f' data-outline="{escaped(fragment.outline_title)}" data-level="{fragment.outline_level}"'
        if not (found or fragment.link):
            return ""
        first = fragment.lines[0]
        top = first.baseline - fragment.pitch / 2 - _MIDDLE * first.runs[0].size
        height = fragment.pitch * len(fragment.lines)
        return f'{found} style="top:{top:.3f}pt;left:{self.left:.3f}pt;height:{height:.3f}pt"'

    def _text(self, box: TextBox, *, apart: bool) -> str:
        """The text of a box; bare texts that follow one another would become one box."""
        text = escaped(box.content)
        if not (apart or box.is_leader):
            return text
        tag = "i" if box.is_leader else "span"
        face = self.table.name(f"font-family:'{box.family}'")
        return f'<{tag} class="{face}">{text}</{tag}>'

    def rows(self, table: PlacedTable) -> str:
        """The rows of a table, each with the cells that begin in it."""
        rows = ("".join(map(self._cell, cells)) for _, cells in groupby(table.cells, lambda cell: cell.row))
        return f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"

    def repeated(self, table: PlacedTable) -> str:
        """The head of a table on a later page."""
        return "".join(self.fragment(ARTIFACT, _text(cell)) for cell in table.repeated if cell.lines)

    def picture(self, picture: PlacedPicture) -> str:
        """A figure."""
        place = placed(picture.y, picture.x, picture.width, picture.height)
        return f'<img src="{self.source(picture)}" alt="{escaped(picture.description)}" style="{place}"/>'

    def _cell(self, cell: PlacedCell) -> str:
        tag = "th" if cell.is_head else "td"
        return self.fragment(tag, _text(cell)) if cell.lines else f"<{tag}></{tag}>"


def _text(cell: PlacedCell) -> Fragment:
    return Fragment(cell.role, cell.lines, cell.pitch)
