"""What a template arranges: elements that are already HTML. A template draws one with `{{ }}`."""

from __future__ import annotations

from collections import Counter

from zugong.classes import dataclass, field
from zugong.typesetting.pages import PlacedBox, PlacedRule


@dataclass(slots=True)
class Ledger:
    """Which boxes were drawn how often: an own template may move text, but not lose it."""

    expected: list[Box] = field(default_factory=list)
    drawn: Counter[int] = field(default_factory=Counter)

    def box(self, role: str, content: str, html: str, piece: str) -> Box:
        """A new box, that must be drawn."""
        made = Box(role, content, html, piece, len(self.expected), self)
        self.expected.append(made)
        return made

    def faulty(self) -> Box | None:
        """The first box that was not drawn exactly once."""
        return next((box for box in self.expected if self.drawn[box.number] != 1), None)


@dataclass(frozen=True, slots=True)
class Box:
    """One placed element with text."""

    role: str
    "title, number, office …"
    content: str
    "its plain text"
    html: str
    piece: str
    "the template that is to draw it"
    number: int
    ledger: Ledger

    def __html__(self) -> str:
        """The element; jinja2 asks for it."""
        self.ledger.drawn[self.number] += 1
        return self.html


@dataclass(frozen=True, slots=True)
class Line:
    """A rule (线), middle of its thickness at y."""

    rule: PlacedRule

    @property
    def x(self) -> float:
        """Left end, pt."""
        return self.rule.x

    @property
    def y(self) -> float:
        """Its middle, pt."""
        return self.rule.y

    @property
    def width(self) -> float:
        """Its length, pt."""
        return self.rule.width

    @property
    def thickness(self) -> float:
        """Pt."""
        return self.rule.thickness

    @property
    def colour(self) -> str:
        """#rrggbb."""
        return self.rule.colour

    def __html__(self) -> str:
        """The element; jinja2 asks for it."""
        return rule_html(self.rule)


@dataclass(frozen=True, slots=True)
class Area:
    """A piece of a page that has a template of its own (报头、版记), pt from the top left corner of the paper."""

    parts: tuple[Box, ...]
    "its text, in reading order"
    rules: tuple[Line, ...]
    top: float
    left: float
    width: float
    height: float


def rule_html(rule: PlacedRule) -> str:
    """A rule as an element that is no text."""
    half = rule.thickness / 2
    if rule.vertical:
        place = (rule.y, rule.x - half, rule.thickness, rule.width)
    else:
        place = (rule.y - half, rule.x, rule.width, rule.thickness)
    return f'<hr style="{placed(*place)};background:{rule.colour}"/>'


def frame_html(frame: PlacedBox) -> str:
    """An empty frame."""
    line = frame.thickness
    place = placed(frame.y - line / 2, frame.x - line / 2, frame.width - line, frame.height - line)
    return f'<footer class="frame" style="{place};border:{line:.3f}pt solid {frame.colour}"></footer>'


def placed(top: float, left: float, width: float, height: float) -> str:
    """CSS of a place and size, pt."""
    return f"top:{top:.3f}pt;left:{left:.3f}pt;width:{width:.3f}pt;height:{height:.3f}pt"
