"""A masthead that is not the one of bulletin.yaml: what it says of the issue, and what to set to print it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zugong.classes import dataclass, field
from zugong.intake.past_templates import DATE, Printed, Values
from zugong.intake.signatures import is_unit
from zugong.model.bulletin import Bulletin, MastheadPart, MastheadRow
from zugong.model.styles import Role
from zugong.sources.scalars import quoted_if_needed

_NUMERAL = r"(?:\d{1,6}|[〇零一二三四五六七八九十百千]{1,12})"
_SERIES = "增刊|专刊|特刊|副刊|号外|专报|专辑"
_ANYWHERE = tuple(
    re.compile(one)
    for one in (
        rf"(?P<日期>{DATE})",
        r"签\s*发\s*人?\s*[:：]\s*(?P<签发人>[^{}]*[^{}\s])",
        rf"总\s*第?\s*(?P<总期号>{_NUMERAL})",
        rf"第\s*(?P<期号>{_NUMERAL})\s*[期号]|[〕\]）)]\s*(?P<期号_>\d{{1,6}})\s*(?=[期号（(]|$)",
        r"(?P<年>\d{4})(?=\s*[〕\]）)年])|(?P<年_>[〇○零一二三四五六七八九]{4})(?=\s*年)",
        rf"(?P<系列>{_SERIES})(?=\s*第?\s*\{{期号)",
    )
)
"what may stand anywhere in a line, in this order"
_MARKS = (
    re.compile(r"(?:(?:编号|份号|№|N[oO]\.?)\s*[:：]?\s*)?(?P<份号>\d{3,8})"),
    re.compile(r"(?P<紧急程度>(?:特急|特提|加急|平急|急件))"),
    re.compile(r"(?P<密级>.*(?:密|内部|保存|保管).*)"),
)
"what a whole text above the title may be"
_OFFICE = re.compile(r"(?P<编发单位>[^{}：:]+?)(?=\s*(?:主?编|编印|印发)?\s*(?:\{日期\}.*)?$)")
_FILE_NAME = re.compile(rf"(.*?)\d{{4}}年(?P<系列>{_SERIES})?第?(?P<期号>{_NUMERAL})期")
_ONLY_SERIES = re.compile(_SERIES)
_COUNTED = ("期号", "总期号", "年")


@dataclass(slots=True)
class Foreign:
    """What such a masthead says."""

    values: Values = field(default_factory=dict)
    series: str = ""
    title: tuple[str, ...] = ()
    number_format: str = ""
    "template; empty: no number is printed"
    rows: list[str] = field(default_factory=list)
    "the rows of 报头 as bulletin.yaml has them"
    texts: tuple[str, ...] = ()
    "its lines as printed"
    parted: bool = False
    "the file is one of ours, which says what stood at the left and at the right"

    @property
    def office(self) -> str:
        """编发单位."""
        return self.values.get("编发单位", "")


def read_foreign(lines: Sequence[Printed], file_title: str, *, own: bool) -> Foreign:
    """`file_title`: what the properties of the file say, which is 文件名 in a file of ours (`own`)."""
    found = Foreign(texts=tuple("\u3000".join(line.parts) for line in lines), parted=own)
    for line in lines:
        _line(line, found)
    named = _FILE_NAME.fullmatch("".join(file_title.split())) if own else None
    for name, text in (named.groupdict() if named else {}).items():
        if text and not any(one.startswith(name) for one in found.values):
            found.values[name] = text
    # 专报 below the name of the bulletin is a series; 督查专报 is a name of its own.
    alone = found.title[-1] if len(found.title) > 1 and _ONLY_SERIES.fullmatch(found.title[-1]) else ""
    found.series = found.values.pop("系列", "") or alone
    if "编发单位" not in found.values and len(found.title) > 1 and is_unit(found.title[0], ()):
        found.values["编发单位"] = found.title[0]
    return found


def _line(line: Printed, found: Foreign) -> None:
    if line.role in (Role.TITLE, Role.TITLE_ABOVE):
        found.title += ("".join("".join(line.parts).split()),)
        found.rows += [_PARTS[MastheadPart.TITLE]] if line.role is Role.TITLE else []
        return
    sides = [_template(part, line.role, found.values) for part in line.parts]
    if line.role is Role.NUMBER:
        found.number_format = "".join(sides)
        found.rows.append(_PARTS[MastheadPart.NUMBER])
        return
    numbered = next((at for at, side in enumerate(sides) if "{期号" in side), None)
    if numbered is not None and not found.number_format:
        # Where nothing says what stood at the right, 签发人 is in the same text.
        found.number_format = re.sub(r"\s*签\s*发\s*人?\s*[:：].*", "", sides[numbered])
        sides[numbered] = "{期号行}"
    found.rows.append(_row(line.places, sides, rule=line.role is Role.OFFICE))


def _template(text: str, role: Role, values: Values) -> str:
    """The text with placeholders; what they stood for goes into `values`."""
    if role is Role.MARKING:
        for mark in _MARKS:
            if mark.fullmatch(text):
                return _put(mark.fullmatch(text), text, values)
    for pattern in _ANYWHERE:
        text = _put(pattern.search(text), text, values)
    if role is Role.OFFICE and "编发单位" not in values and set(re.findall(r"\{(.*?)\}", text)) <= {"日期"}:
        text = _put(_OFFICE.match(text), text, values)
    return text


def _put(found: re.Match[str] | None, text: str, values: Values) -> str:
    for name, value in (found.groupdict() if found else {}).items():
        base = name.rstrip("_")
        key = f"{base}汉字" if base in _COUNTED and not _in_figures(value) else base
        if found is None or value is None or key in values:
            continue
        values[key] = value.strip()
        return text[: found.start(name)] + "{" + key + "}" + text[found.end(name) :]
    return text


def _in_figures(text: str | None) -> bool:
    """Whether a number is written with figures; what is not there counts as such."""
    return text is None or (text.isascii() and text.isdigit())


_PARTS = {MastheadPart.TITLE: "刊名", MastheadPart.NUMBER: "期号"}


def _row(places: Sequence[str], sides: Sequence[str], *, rule: bool) -> str:
    inner = [f'{place}: "{side}"' for place, side in zip(places, sides, strict=True)]
    return "{" + ", ".join([*inner, *(["横线: 有"] if rule else [])]) + "}"


_USUAL_FIRST = (
    _row("左右", ("{密级}", "{份号}"), rule=False),
    _row("左", ("{密级}",), rule=False),
    _row("右", ("{份号}",), rule=False),
)
_USUAL_SECOND = (_row("左", ("{紧急程度}",), rule=False),)


def _own_row(row: MastheadRow) -> str:
    if row.part in _PARTS:
        return _PARTS[row.part]
    named = [
        (place, one.content) for place, one in zip("左中右", (row.left, row.centre, row.right), strict=True) if one
    ]
    return _row([place for place, _ in named], [text for _, text in named], rule=row.rule)


def to_be_set(foreign: Foreign, bulletin: Bulletin | None) -> list[str]:
    """Lines of bulletin.yaml with which the masthead would be printed as it was; only those that differ."""
    known = bulletin is not None and any(one.name.content == foreign.series for one in bulletin.series)
    base = bulletin.of_series(foreign.series) if bulletin is not None and known else bulletin
    lines = _names(foreign, base)
    own = [_own_row(row) for row in base.standing.masthead] if base else []
    rows = _without_usual_marks(foreign.rows)
    if foreign.parted and rows and rows != own and [*rows[:1], "期号", *rows[1:]] != own:
        lines += ["报头:", *(f"  - {row}" for row in rows)]
    if not foreign.series or not lines:
        return lines
    office = [line for line in lines if line.startswith("编发单位")]
    inner = [f"    {line}" for line in lines if line not in office]
    return [*office, "系列:", f"  - 名称: {foreign.series}", *inner]


def _names(foreign: Foreign, base: Bulletin | None) -> list[str]:
    title, office = list[str](), foreign.office
    own_title = tuple("".join(one.content.split()) for one in (base.title_lines or (base.title,))) if base else ()
    sure = foreign.parted or not re.search(r"\d", "".join(foreign.title))
    if foreign.title and sure and foreign.title != own_title:
        shown = [quoted_if_needed(one) for one in foreign.title]
        title = [f"刊名: {shown[0] if len(shown) == 1 else '[' + ', '.join(shown) + ']'}"]
    if office and (base is None or "".join(office.split()) != "".join(base.issuing_office.content.split())):
        title.append(f"编发单位: {quoted_if_needed(office)}")
    own = base.number_format.content if base and base.number_format else ""
    series = foreign.number_format.replace("{系列}", foreign.series)
    if "".join(own.split()) not in ("".join(foreign.number_format.split()), "".join(series.split())):
        title.append(f"期号格式: {quoted_if_needed(foreign.number_format) or '无'}")
    return title


def _without_usual_marks(rows: Sequence[str]) -> list[str]:
    """密级, 份号 and 紧急程度 where the paper has them without being told."""
    at = rows.index("刊名") if "刊名" in rows else 0
    first = [one for one in rows[:at] if one in _USUAL_FIRST]
    second = [one for one in rows[:at] if one in _USUAL_SECOND]
    usual = [*first[:1], *second[:1]] == rows[:at]
    return list(rows[at:] if usual else rows)
