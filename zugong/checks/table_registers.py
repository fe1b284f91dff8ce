"""The rows of the family 登记簿."""

from __future__ import annotations

from functools import partial

from zugong.checks import likeness, names, places
from zugong.checks.rule import Check, Family, each_passage, structure, whole_issue
from zugong.checks.zones import NAMES, OTHERS_WORDS
from zugong.diagnostics import Severity

_DOUBT, _HINT = Severity.DOUBT, Severity.HINT
_row_of_issue = partial(whole_issue, Family.REGISTERS, but=NAMES)
_person = partial(whole_issue, Family.REGISTERS, but=OTHERS_WORDS)

REGISTERS: tuple[Check, ...] = (
    structure(
        "unknown-unit",
        "供稿单位不在登记簿",
        _DOUBT,
        places.unknown_unit,
        "供稿单位: 桐城县委组织部",
        "供稿单位: 桐城市委组织部",
        "units.yaml",
        family=Family.REGISTERS,
    ),
    _row_of_issue(
        "unit-name",
        "单位名称不符",
        _DOUBT,
        places.unit_name,
        "（2023 年）潜山县",
        "潜山市",
        "units.yaml",
    ),
    each_passage(
        Family.REGISTERS,
        "unit-order",
        "单位次序",
        _DOUBT,
        places.unit_order,
        "岳西县、桐城市、怀宁县",
        "桐城市、怀宁县、岳西县",
        "units.yaml",
        but=OTHERS_WORDS,
    ),
    _row_of_issue(
        "bare-city",
        "单写“全市”",
        _HINT,
        places.bare_city,
        "（潜山市的稿件）市政府办党支部",
        "潜山市政府办党支部",
        "units.yaml",
    ),
    _person(
        "name-before-post",
        "姓名写在职务前面",
        _DOUBT,
        names.name_before_post,
        "张三书记到村里走访",
        "县委书记张三到村里走访",
        "公文惯例",
    ),
    _person(
        "posts-differ",
        "同一人职务不一",
        _DOUBT,
        names.posts_differ,
        "前面“县委书记张三”，后面“县长张三”",
        "都写“县委书记张三”",
        "前后一致",
    ),
    _row_of_issue(
        "printed-before",
        "和旧稿相同",
        _DOUBT,
        likeness.printed_before,
        "和以前一期大半相同的稿件",
        "新的稿件",
        "旧刊",
    ),
)
