"""The rows of the family 登记簿."""

from __future__ import annotations

from functools import partial

from zugong.checks import likeness, places
from zugong.checks.rule import Check, Family, each_passage, structure, whole_issue
from zugong.checks.zones import NAMES, OTHERS_WORDS
from zugong.diagnostics import Severity

_DOUBT, _HINT = Severity.DOUBT, Severity.HINT
_row_of_issue = partial(whole_issue, Family.REGISTERS, but=NAMES)

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
