"""What an office's templates say of a printed line: 第{期号}期 and 第23期 give 期号 23."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from zugong.classes import dataclass
from zugong.model.bulletin import Bulletin, DistributionLine, MastheadPart, MastheadRow, Standing
from zugong.model.styles import Role
from zugong.placeholders import MARKS, PRINT_RUN

_PLACE = re.compile(r"\{([^{}]*)\}")
_WORDS = "〇零一二三四五六七八九十百千万"
DATE = rf"\d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日|[{_WORDS}]{{4}}年[{_WORDS}]{{1,3}}月[{_WORDS}]{{1,3}}日"
_FORMS = {
    "年": r"\d{4}",
    "期号": r"\d{1,6}",
    "总期号": r"\d{1,6}",
    "印数": r"\d{1,6}",
    "年汉字": rf"[{_WORDS}]{{4}}",
    "期号汉字": rf"[{_WORDS}]{{1,12}}",
    "总期号汉字": rf"[{_WORDS}]{{1,12}}",
    "日期": DATE,
}
_OPTIONAL = frozenset({"密级", "份号", "紧急程度", "签发人", "印数", "总期号", "总期号汉字", "系列"})
"placeholders that an issue may leave empty"

Values = dict[str, str]
"placeholder → what was printed for it"


@dataclass(frozen=True, slots=True)
class Printed:
    """One line of masthead or colophon."""

    role: Role
    parts: tuple[str, ...]
    "left to right"
    places: str = ""
    "左, 中 or 右 for each part"


@dataclass(frozen=True, slots=True)
class Expected:
    """A line as the office has it."""

    role: Role
    sides: tuple[str, ...]
    "templates, left to right"
    free: bool = False
    "any text will do"

    @property
    def optional(self) -> bool:
        """Whether an issue may be without it."""
        return all(_may_be_empty(side) for side in self.sides)


def _may_be_empty(side: str) -> bool:
    names = _PLACE.findall(side)
    return bool(names) and set(names) <= _OPTIONAL


def values_in(template: str, text: str, known: Values) -> Values | None:
    """What the placeholders stand for in a text; None when it was not made from this template."""
    found = _pattern(template, tuple(sorted(known.items()))).fullmatch(text)
    return {**found.groupdict()} if found else None


@lru_cache(maxsize=256)
def _pattern(template: str, known: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """White space of the template may have been set otherwise on paper."""
    fixed, seen = dict(known), set[str]()
    pieces: list[str] = []
    for index, piece in enumerate(_PLACE.split(template)):
        if index % 2 == 0:
            pieces.append(_literal(piece))
        elif piece in fixed:
            pieces.append(_literal(fixed[piece]))
        elif piece in seen:
            pieces.append(f"(?P={piece})")
        else:
            seen.add(piece)
            pieces.append(f"(?P<{piece}>{_FORMS.get(piece, '.+?')})")
    return re.compile("".join(pieces))


def _literal(text: str) -> str:
    return r"\s*".join(re.escape(word) for word in re.split(r"\s+", text))


def aligned(rows: Sequence[Expected], lines: Sequence[Printed], known: Values) -> Values | None:
    """Values of all placeholders when these rows, the optional ones perhaps left out, gave these lines."""
    if not rows:
        return None if lines else {}
    if lines and lines[0].role is rows[0].role:
        for values in _assigned(rows[0], lines[0].parts, known):
            rest = aligned(rows[1:], lines[1:], known)
            if rest is not None and all(values.get(name, value) == value for name, value in rest.items()):
                return {**values, **rest}
    return aligned(rows[1:], lines, known) if rows[0].optional else None


def _assigned(row: Expected, parts: Sequence[str], known: Values) -> Iterable[Values]:
    """Ways in which the sides gave the parts."""
    if row.free:
        yield {}
        return
    for kept in combinations(row.sides, min(len(parts), len(row.sides))):
        left_out = [side for side in row.sides if side not in kept]
        found = [values_in(side, part, known) for side, part in zip(kept, parts, strict=False)]
        if len(parts) <= len(row.sides) and all(map(_may_be_empty, left_out)):
            values: Values = {}
            for one in found:
                values |= one or {}
            if None not in found:
                yield values


def masthead_rows(bulletin: Bulletin) -> list[Expected]:
    """The masthead as compose makes it."""
    rows = [made for row in bulletin.standing.masthead for made in _row(row, bulletin)]
    return [*_marking(bulletin.standing), *rows]


def _marking(standing: Standing) -> list[Expected]:
    """密级, 份号 and 紧急程度: each that no template says stands at the head of the page."""
    said = "".join(text.content for text in standing.templates)
    lines = (tuple(mark for mark in marks if mark not in said) for marks in (MARKS[:2], MARKS[2:]))
    return [Expected(Role.MARKING, marks) for marks in lines if marks]


def _row(row: MastheadRow, bulletin: Bulletin) -> list[Expected]:
    if row.part is MastheadPart.TITLE:
        lines = bulletin.title_lines or (bulletin.title,)
        above = [Expected(Role.TITLE_ABOVE, (one.content,), free=True) for one in lines[:-1]]
        return [*above, Expected(Role.TITLE, (lines[-1].content,), free=True)]
    if row.part is MastheadPart.NUMBER:
        return [Expected(Role.NUMBER, (bulletin.number_format.content,))] if bulletin.number_format else []
    role = Role.OFFICE if row.rule else Role.MARKING if row.above_title else Role.MASTHEAD_LINE
    number = bulletin.number_format.content if bulletin.number_format else ""
    sides = [one.content.replace("{期号行}", number) for one in (row.left, row.centre, row.right) if one]
    return [Expected(role, tuple(sides))]


def colophon_rows(standing: Standing) -> list[Expected]:
    """The colophon as compose makes it, without the print run that it adds itself."""
    return [Expected(Role.COLOPHON, _sides(line)) for line in standing.distribution]


def _sides(line: DistributionLine) -> tuple[str, ...]:
    label = f"{line.label.content}：" if line.label else ""
    return (label + line.content.content, *((line.right.content,) if line.right else ()))


def after_rows(standing: Standing) -> list[Expected]:
    """The lines below the colophon."""
    return [Expected(Role.AFTER_COLOPHON, (one.content,)) for one in standing.after_colophon]


def print_run_format(standing: Standing) -> str:
    """How the print run is written."""
    return standing.print_run_format.content if standing.print_run_format else PRINT_RUN
