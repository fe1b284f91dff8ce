"""One page → the operators that draw it (ISO 32000-1, 8 and 9); PDF counts y from the foot of the paper."""

from __future__ import annotations

from zugong.fonts.emboldening import STRENGTH
from zugong.renderers.proof.faces import DrawnFaces
from zugong.typesetting.pages import Page, PlacedBox, PlacedRule, PlacedRun


def page_content(page: Page, height: float, faces: DrawnFaces) -> bytes:
    """The content stream of a page on paper of that height, in the order of the press."""
    drawn = [_rule(rule, height) for rule in page.rules]
    drawn += [_box(box, height) for box in page.boxes]
    for fragment in (*page.fragments, *page.furniture):
        for line in fragment.lines:
            drawn += [_run(run, height - line.baseline, faces) for run in line.runs]
    return "\n".join(drawn).encode("ascii")


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
    bottom = height - rule.y - rule.thickness / 2
    return f"{_colour(rule.colour)} rg {rule.x:.3f} {bottom:.3f} {rule.width:.3f} {rule.thickness:.3f} re f"


def _box(box: PlacedBox, height: float) -> str:
    """The area between two rectangles, filled by the even-odd rule: sharp on screen and paper as a rule is."""
    half, line = box.thickness / 2, box.thickness
    left, bottom = box.x - half, height - box.y - box.height - half
    outer = f"{left:.3f} {bottom:.3f} {box.width + line:.3f} {box.height + line:.3f} re"
    inner = f"{left + line:.3f} {bottom + line:.3f} {box.width - line:.3f} {box.height - line:.3f} re"
    return f"{_colour(box.colour)} rg {outer} {inner} f*"


def _colour(colour: str) -> str:
    """#rrggbb as three numbers from 0 to 1."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.6g}" for at in (1, 3, 5))
