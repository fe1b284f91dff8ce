"""Texts left, in the middle and right on one line: by tabs, on the lines where Pages have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zugong.classes import dataclass
from zugong.layout.sheet import SplitBlock
from zugong.model.styles import Align, Role, Styles
from zugong.renderers.docx.lines import Runs, cut
from zugong.renderers.docx.measures import twips
from zugong.renderers.docx.paragraph import Paragraph
from zugong.renderers.docx.runs import BREAK, TAB, styled
from zugong.typesetting.pages import PlacedLine

Side = tuple[Align, Runs]
"where a text stands: LEFT, CENTRE or RIGHT"


@dataclass(frozen=True, slots=True)
class _Stops:
    """What a tab of the paragraph leads to."""

    left: float
    "edge of the type area on the paper, pt"
    centre: float | None
    "from that edge, pt; None: no such stop"

    def tabs(self, align: Align, reached: float) -> int:
        """Tabs that bring a text to its place on a line that is filled up to `reached`, pt on the paper."""
        if align is Align.LEFT:
            return 0
        passes = self.centre is not None and reached < self.left + self.centre
        return 2 if align is Align.RIGHT and passes else 1


def add_split(paragraph: Paragraph, block: SplitBlock, lines: Sequence[PlacedLine], styles: Styles) -> None:
    """One line of up to three texts; its style has the stop at the right edge."""
    centre = None
    if block.centre is not None:
        centre = centre_of(block.role, styles)
        paragraph.stop = ("center", twips(centre))
    sides = ((Align.LEFT, block.left), (Align.CENTRE, block.centre), (Align.RIGHT, block.right))
    add_sides(paragraph, [(align, (run,)) for align, run in sides if run is not None], lines, styles, centre)


def centre_of(role: Role, styles: Styles) -> float:
    """The middle of the measure of a role, pt from the edge of the type area."""
    style = styles.paragraph(role)
    return (styles.page.type_width + (style.indent_left - style.indent_right) * styles.character(role)) / 2


def add_sides(
    paragraph: Paragraph, sides: Iterable[Side], lines: Sequence[PlacedLine], styles: Styles, centre: float | None
) -> None:
    """The texts, parted by tabs, and by line breaks where Pages begin a line; `centre` is a tab stop, pt."""
    stops = _Stops(styles.page.left, centre)
    for number, parts in enumerate(_on_lines(sides, lines)):
        if number:
            paragraph.content += BREAK
        done = 0
        for align, runs in parts:
            reached = _end_of(lines[number], done) if number < len(lines) else 0.0
            paragraph.content += TAB * stops.tabs(align, reached) + styled(runs, body=paragraph.is_body)
            done += sum(len(run.content) for run in runs)


def _on_lines(sides: Iterable[Side], lines: Sequence[PlacedLine]) -> list[list[Side]]:
    """What of each text stands on which line; white space at which a text was broken ends its line."""
    found: list[list[Side]] = []
    lengths = iter([len(line.content) for line in lines])
    left = 0
    for align, runs in sides:
        content, rest = "".join(run.content for run in runs), runs
        while content:
            if not left:
                found.append([])
                left = next(lengths, 0) or len(content)
            taken = min(left, len(content))
            left -= taken
            taken += len(content[taken:]) - len(content[taken:].lstrip()) if not left else 0
            part, rest = cut(rest, taken)
            found[-1].append((align, part))
            content = content[taken:]
    return found


def _end_of(line: PlacedLine, count: int) -> float:
    """Where the first `count` characters of a line end, pt on the paper."""
    end = 0.0
    for run in line.runs:
        if count <= 0:
            break
        end = run.x + run.width
        count -= len(run.content)
    return end
