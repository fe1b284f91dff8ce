"""One page → the operators that draw it (ISO 32000-1, 8 and 9); PDF counts y from the foot of the paper."""

from __future__ import annotations

from functools import cache

from zugong.fonts.faces import STRENGTH
from zugong.renderers.proof.faces import DrawnFaces
from zugong.renderers.proof.images import DrawnPictures
from zugong.typesetting.pages import Fragment, Page, PlacedBox, PlacedCell, PlacedPicture, PlacedRule, PlacedRun


def page_content(page: Page, height: float, faces: DrawnFaces, pictures: DrawnPictures) -> bytes:
    """The content stream of a page on paper of that height, in the order of the press."""
    drawn = [_rule(rule, height) for rule in page.rules]
    drawn += [_box(box, height) for box in page.boxes]
    for placed in (*page.order, *page.furniture):
        match placed:
            case Fragment():
                drawn += _text(placed, height, faces)
            case PlacedPicture():
                drawn.append(_picture(placed, height, pictures))
            case _:
                drawn += [run for cell in (*placed.repeated, *placed.cells) for run in _text(cell, height, faces)]
    return "\n".join(drawn).encode("ascii")


def _text(placed: Fragment | PlacedCell, height: float, faces: DrawnFaces) -> list[str]:
    return [_run(run, height - line.baseline, faces) for line in placed.lines for run in line.runs]


def _picture(placed: PlacedPicture, height: float, pictures: DrawnPictures) -> str:
    """The unit square that an image fills, stretched to its place (8.9.5.1)."""
    bottom = height - placed.y - placed.height
    place = f"{placed.width:.3f} 0 0 {placed.height:.3f} {placed.x:.3f} {bottom:.3f}"
    return f"q {place} cm /{pictures.name(placed)} Do Q"


def _run(run: PlacedRun, y: float, faces: DrawnFaces) -> str:
    """Its glyphs from x on; the tracking is the font's character spacing (Tc)."""
    if not run.family:
        return _missing(run, y)
    face = faces.face(run.family)
    look = _bold(run) if face.file.grown else f"{_colour(run.colour)} rg 0 Tr"
    spacing = run.tracking * run.size / 1000
    return (
        f"BT {look} /{face.name} {run.size:g} Tf {spacing:.5f} Tc "
        f"1 0 0 1 {run.x:.3f} {y:.3f} Tm <{run.content.translate(face.codes)}> Tj ET"
    )


def _bold(run: PlacedRun) -> str:
    """Outlines drawn as well as filled: the bold of a face that has none of its own."""
    colour = _colour(run.colour)
    return f"{colour} rg {colour} RG 2 Tr {STRENGTH * run.size / 1000:.4f} w"


def _missing(run: PlacedRun, y: float) -> str:
    """An empty square for each character that no face has: only a draft is drawn with such."""
    step = run.size + run.tracking * run.size / 1000
    side = run.size * 0.8
    lefts = (run.x + index * step + side / 8 for index in range(len(run.content)))
    squares = (f"{left:.3f} {y:.3f} {side:.3f} {side:.3f} re" for left in lefts)
    return f"{_colour(run.colour)} RG 0.5 w {' '.join(squares)} S"


def _rule(rule: PlacedRule, height: float) -> str:
    half = rule.thickness / 2
    left, bottom, width, tall = rule.x, height - rule.y - half, rule.width, rule.thickness
    if rule.vertical:
        left, bottom, width, tall = rule.x - half, height - rule.y - rule.width, rule.thickness, rule.width
    return f"{_colour(rule.colour)} rg {left:.3f} {bottom:.3f} {width:.3f} {tall:.3f} re f"


def _box(box: PlacedBox, height: float) -> str:
    """The area between two rectangles, filled by the even-odd rule: sharp on screen and paper as a rule is."""
    half, line = box.thickness / 2, box.thickness
    left, bottom = box.x - half, height - box.y - box.height - half
    outer = f"{left:.3f} {bottom:.3f} {box.width + line:.3f} {box.height + line:.3f} re"
    inner = f"{left + line:.3f} {bottom + line:.3f} {box.width - line:.3f} {box.height - line:.3f} re"
    return f"{_colour(box.colour)} rg {outer} {inner} f*"


@cache
def _colour(colour: str) -> str:
    """#rrggbb as three numbers from 0 to 1."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.6g}" for at in (1, 3, 5))
