"""报头 and 版记 of a past issue: which series it is of, its number and date, who signed, how many were printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from zugong.intake.past_foreign import read_foreign
from zugong.intake.past_parts import PastIssue, PastLine
from zugong.intake.past_templates import (
    Printed,
    Values,
    after_rows,
    aligned,
    colophon_rows,
    masthead_rows,
    print_run_format,
    values_in,
)
from zugong.model.bulletin import Bulletin, Standing
from zugong.model.styles import Role
from zugong.text.dates import parse_date
from zugong.text.numerals import parse_number

_DAY = re.compile(
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
_NUMBER = re.compile(r"第\s*([\d〇零一二三四五六七八九十]+)\s*期")
_RUN = re.compile(r"([（(]?(?:本期)?共?印(?:数|刷|发)?\s*[:：]?\s*)(\d{1,6})(\s*份[）)]?。?)")
_LABELLED = re.compile(r"(.{1,6}?)\s*[:：]\s*(.*)")
_OWN_VALUES = ("密级", "份号", "紧急程度", "签发人", "印数")


def read_masthead(
    lines: Sequence[Printed], bulletin: Bulletin | None, title: str, found: PastIssue, *, own: bool
) -> None:
    """`title`: what the properties of the file say; our own say it after 文件名. `own`: it is one of ours."""
    found.title = "".join(part for line in lines if line.role is Role.TITLE for part in line.parts)
    for name, one in _candidates(bulletin):
        values = aligned(masthead_rows(one), lines, _known(one, name))
        if values is not None and (not own or _is_title(found.title, one)):
            found.bulletin, found.series, found.office = one, name, one.issuing_office.content
            _take(values, found)
            break
    if found.bulletin is None:
        _read_foreign(lines, bulletin, title, found, own=own)
    for line in lines:
        _guess(" ".join(line.parts), line.role, found)
    found.bulletin = found.bulletin or bulletin
    if found.number is None and found.bulletin is not None:
        named = values_in(found.bulletin.file_name.content, title, _known(found.bulletin, found.series))
        _take(named or {}, found)


def _read_foreign(
    lines: Sequence[Printed], bulletin: Bulletin | None, title: str, found: PastIssue, *, own: bool
) -> None:
    """A masthead of another office, or of another time; only a file of ours says which text is which."""
    foreign = found.foreign = read_foreign(lines, title, own=own)
    found.series = foreign.series if own or _has_series(bulletin, foreign.series) else ""
    found.bulletin = bulletin.of_series(found.series) if _has_series(bulletin, found.series) and bulletin else None
    found.office = foreign.office
    _take(foreign.values, found)


def _is_title(title: str, bulletin: Bulletin) -> bool:
    """Its large line."""
    own = (bulletin.title_lines or (bulletin.title,))[-1].content
    return not title or "".join(title.split()) == "".join(own.split())


def _has_series(bulletin: Bulletin | None, name: str) -> bool:
    return bulletin is not None and any(one.name.content == name for one in bulletin.series)


def _candidates(bulletin: Bulletin | None) -> list[tuple[str, Bulletin]]:
    """The ordinary issues, then each series."""
    if bulletin is None:
        return []
    return [("", bulletin), *((one.name.content, one.bulletin) for one in bulletin.series)]


def _known(bulletin: Bulletin, series: str) -> Values:
    office, title = bulletin.issuing_office.content, bulletin.title.content
    return {"编发单位": office, "刊名": title, **({"系列": series} if series else {})}


def _take(values: Values, found: PastIssue) -> None:
    """What the placeholders stood for; what is known already stays."""
    number = values.get("期号") or values.get("期号汉字")
    serial = values.get("总期号") or values.get("总期号汉字")
    day = parse_date(values["日期"]) if "日期" in values else None
    if "日期" in values and found.date_in_words is None:
        found.date_in_words = not values["日期"][0].isdigit()
    found.number = found.number or (parse_number(number) if number else None)
    found.serial = found.serial or (parse_number(serial) if serial else None)
    found.issued_on = found.issued_on or (day if isinstance(day, date) else None)
    found.values = {**{name: text for name, text in values.items() if name in _OWN_VALUES}, **found.values}


def _guess(text: str, role: Role, found: PastIssue) -> None:
    """A masthead of another office, or of another time."""
    number, day = _NUMBER.search(text), _DAY.search(text)
    if number and found.number is None:
        found.number = parse_number(number[1])
    if day and found.issued_on is None:
        read = parse_date(day.group())
        found.issued_on = read if isinstance(read, date) else None
    if day and role is Role.OFFICE and not found.office:
        found.office = (text[: day.start()] + text[day.end() :]).strip()


def guess_date(texts: Sequence[str], found: PastIssue) -> None:
    """The first date at the head or foot of a bulletin whose masthead has none."""
    for text in texts:
        day = _DAY.search(text) if found.issued_on is None else None
        read = parse_date(day.group()) if day else None
        if isinstance(read, date):
            found.issued_on = read


def read_colophon(lines: Sequence[Printed], after: Sequence[Printed], found: PastIssue) -> None:
    """报：…; compared with what the office has, so that only the difference is written."""
    standing = found.bulletin.standing if found.bulletin else Standing()
    known = _known(found.bulletin, found.series) if found.bulletin else {}
    rest, below = _without_print_run(list(lines), list(after), standing, known, found)
    values = aligned(colophon_rows(standing), rest, known)
    found.usual_distribution = values is not None
    _take(values or {}, found)
    for line in rest:
        _distribution_line(line.parts, found)
    if found.foreign is not None:
        _learn(rest, found)
    more = aligned(after_rows(standing), below, known)
    found.usual_after = more is not None
    _take(more or {}, found)
    found.after += ["".join(line.parts) for line in below]


def _learn(lines: Sequence[Printed], found: PastIssue) -> None:
    """From a colophon that no template of ours gave: how dates are written, who issued it, how many were printed."""
    assert found.foreign is not None
    for line in lines:
        day, run = _DAY.search(line.parts[-1]), _RUN.fullmatch(line.parts[-1])
        if day and not found.foreign.office and len(line.parts) > 1 and "：" not in line.parts[0]:
            found.foreign.values["编发单位"] = found.office = line.parts[0]
        _take({**({"日期": day.group()} if day else {}), **({"印数": run[2]} if run else {})}, found)


def _without_print_run(
    lines: list[Printed], after: list[Printed], standing: Standing, known: Values, found: PastIssue
) -> tuple[list[Printed], list[Printed]]:
    """共印N份, which no template of the colophon says: on a line of its own below, or at the right of the last one."""
    own = print_run_format(standing)
    if after and len(after[0].parts) == 1 and _is_run(own, after[0].parts[0], known, found):
        found.run_on_line = False
        return lines, after[1:]
    said = found.foreign is None and any("{印数}" in side for row in colophon_rows(standing) for side in row.sides)
    if lines and not said and len(lines[-1].parts) > 1 and _is_run(own, lines[-1].parts[-1], known, found):
        found.run_on_line = True
        return [*lines[:-1], Printed(lines[-1].role, lines[-1].parts[:-1])], after
    if lines and len(lines[-1].parts) == 1 and _is_run(own, lines[-1].parts[0], known, found):
        return lines[:-1], after
    return lines, after


def _is_run(template: str, text: str, known: Values, found: PastIssue) -> bool:
    values = values_in(template, text, known)
    other = _RUN.fullmatch(text) if values is None and found.foreign is not None else None
    if other:
        values, found.run_format = {"印数": other[2]}, f"{other[1]}{{印数}}{other[3]}"
    if values is None or "印数" not in values:
        return False
    _take(values, found)
    found.ledger.remove("印数", text)
    return True


def _distribution_line(parts: Sequence[str], found: PastIssue) -> None:
    """A line without a label goes on with the one before, unless something at its right says that it stands alone."""
    labelled = _LABELLED.fullmatch(parts[0])
    right = "".join(parts[1:])
    if labelled:
        label, content = labelled[1].strip(), labelled[2].strip()
        found.distribution.append(PastLine(label, content, right))
        found.ledger.remove("版记的冒号", len(parts[0]) - len(label) - len(content))
    elif found.distribution and not right and not found.usual_distribution and not found.distribution[-1].right:
        last = found.distribution.pop()
        found.distribution.append(PastLine(last.label, last.content + parts[0]))
    else:
        found.distribution.append(PastLine("", parts[0], right))
