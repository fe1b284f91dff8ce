"""What the templates of an office say: 期号, the file's name, lines of masthead and colophon."""

from __future__ import annotations

from datetime import date

from zugong.model.bulletin import Bulletin, DateStyle
from zugong.model.issue import Issue, IssueKey
from zugong.model.prose import Text
from zugong.text.dates import format_date, format_date_in_words
from zugong.text.numerals import chinese_number, digits_in_words
from zugong.text.patterns import Pattern

_PLACE = Pattern(r"\{([^{}]*)\}", "{")

NO_DATE = "（日期待定）"
"stands in a draft (草稿) for a date that cannot be read: no day is made up"


def filled(template: Text | None, values: dict[str, str]) -> str:
    """The template with its placeholders replaced; empty when it has some and none of them has a value."""
    if template is None:
        return ""
    names = [found[1] for found in _PLACE.finditer(template.content)]
    if names and not any(values.get(name) for name in names):
        return ""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), template.content)


def values_of(issue: Issue) -> dict[str, str]:
    """What the placeholders stand for in an issue; empty where nothing is set."""
    standing = issue.standing
    optional = {
        "密级": standing.classification,
        "紧急程度": standing.urgency,
        "份号": standing.copy_number,
        "签发人": standing.signer,
        "印数": standing.print_run,
    }
    of_key = _of_key(issue.bulletin, issue.key, issue.serial)
    return {
        **of_key,
        "期号行": filled(issue.bulletin.number_format, of_key),
        "编发单位": issue.bulletin.issuing_office.content,
        "日期": _date(issue.issued_on, standing.date_style),
        **{name: text.content if text else "" for name, text in optional.items()},
    }


def _of_key(bulletin: Bulletin, key: IssueKey, serial: int | None) -> dict[str, str]:
    return {
        "刊名": bulletin.title.content,
        "年": str(key.year),
        "期号": str(key.number),
        "总期号": str(serial or ""),
        "系列": key.series,
        "年汉字": digits_in_words(key.year),
        "期号汉字": chinese_number(key.number),
        "总期号汉字": chinese_number(serial) if serial and serial <= 999_999 else "",
    }


def _date(day: date | None, style: DateStyle) -> str:
    if day is None:
        return NO_DATE
    return format_date_in_words(day) if style is DateStyle.CHINESE else format_date(day)


def file_title(bulletin: Bulletin, key: IssueKey, serial: int | None = None) -> str:
    """The output's name without ending, e.g. 安庆组工信息2023年第23期."""
    return filled(bulletin.file_name, _of_key(bulletin, key, serial))
