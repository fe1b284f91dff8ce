"""Colophons (版记) as offices print them give no report; slips of order and of marks do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.corpus.texts import BULLETIN, issue_of
from zugong.checks import Context, check_draft
from zugong.diagnostics import Location
from zugong.model.bulletin import DistributionLine
from zugong.model.prose import Text

RULES = {"colophon-order", "colophon-marks"}


def colophon(*lines):
    """Rule, number of the line and offset in it of each report, for lines such as 报：省委组织部。"""
    draft = issue_of([])
    rows = []
    for number, line in enumerate(lines, start=1):
        label, colon, content = line.rpartition("：")
        name = Text(label, Location("issue.yaml", number)) if colon else None
        rows.append(DistributionLine(name, Text(content, Location("issue.yaml", number, len(label + colon) + 1))))
    standing = replace(draft.standing, distribution=tuple(rows))
    found = check_draft(replace(draft, standing=standing), Context(BULLETIN, (), date(2023, 8, 22)))
    return [(one.rule, one.origin.line, one.origin.column - 1) for one in found if one.rule in RULES]


CLEAN = [
    ("报：省委组织部，本部领导。", "送：各县（市、区）委书记、组织部长，市委各部委负责同志。", "发：各支部。"),
    ("报：市委组织部部务会成员。", "送：各县（市、区）委组织部长，市委各部委、市直各单位党组（党委、工委）。"),
    ("报：省委办公厅、省政府办公厅，市委常委，市人大常委会、市政府、市政协领导同志。",),
    ("报：市委、市人大、市政府、市政协主要领导。", "送：市纪委监委、市委组织部、市委宣传部，各县区委。", "发：各村。"),
    ("主送：各区委组织部，市委各部委、市直各单位。", "抄送：省委组织部办公室、研究室，市委办公室。"),
    ("抄报：省委组织部。", "主送：各县委组织部。", "抄送：市委各部委。"),
    ("报：市委书记、副书记，市委常委。", "抄报：省委组织部。", "送：市直各单位。", "抄送：各县委。", "发：各支部。"),
    ("抄送：市委各部门，市人大常委会办公室，市政府办公室，市政协办公室，市监委，市中级人民法院，市人民检察院。",),
    ("送：市委办公室、市人大办公室、市政府办公室、市政协办公室，市纪委办公室、市委组织部办公室。",),
    ("送：中央组织部办公厅，省委组织部、省委宣传部，市委组织部、市委宣传部。",),
    ("报：省委组织部、省委直属机关工委，省直有关单位。", "报：市委。", "备注：共印200份。", "送：本部。"),
    ("报：省委书记、省长，市委书记、市长。", "分送：市委、市政府有关部门，各县委、县政府。", "下发：各村。"),
    ("呈报：市委领导。", "报送：省委组织部。", "印发：本部各科室、下属单位，各县（市、区）委组织部、党校。"),
    ("送：市委组织部，市直机关（党群部门、政府部门，企业）、市委宣传部。",),
    ("主送：市委各部委。", "报：省委。", "发：各县。"),
    ("发：省委组织部、省委宣传部，市委统战部，县委宣传部。",),
    ("报：省委组织部。", "某市委组织部办公室　2023年8月22日印发"),
    ("送：省委组织部（省委一处办公室、省委二处办公室，省委三处办公室、其他）。",),
    ("报：省委书记、省委副书记，省委秘书长。",),
    ("送：市委、县委，省委组织部，省委宣传部。",),
    ("报：省委组织部、市委组织部，本部领导。",),
    ("送：省委组织部，市委组织部，市委宣传部。",),
    ("送：本地宣传部、市委组织部，市委宣传部。",),
    ("送：市委组织部、本地宣传部，省委组织部，省委统战部。",),
    ("送：省委组织部、市委负责同志，市委组织部，市委宣传部。",),
    ("送：省委负责同志、市委组织部，市委宣传部。",),
    ("送：区域协作办公室、市场监管办公室，市委办公室，市政府办公室。",),
]  # fmt: skip


@pytest.mark.parametrize("lines", CLEAN, ids=lambda lines: lines[0][:16])
def test_a_colophon_as_printed(lines):
    assert colophon(*lines) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("送：市直各单位。", "报：省委组织部。"), [("colophon-order", 2, 0)]),
        (("发：各县。", "报：省委。", "送：市直。"), [("colophon-order", 2, 0), ("colophon-order", 3, 0)]),
        (("抄送：市直。", "主 送：各县。"), [("colophon-order", 2, 0)]),
        (("抄报：省委。", "报：市委。"), [("colophon-order", 2, 0)]),
        (("报：省委组织部、省委宣传部，省委统战部。",), [("colophon-marks", 1, 13)]),
        (("报：省委组织部、省委宣传部（含机关党委），省委统战部。",), [("colophon-marks", 1, 20)]),
        (("送：市委办公室、市政府办公室，市政协办公室，各县委。",), [("colophon-marks", 1, 14)]),
        (("送：省委组织部、市委组织部，市委宣传部，本部领导。",), [("colophon-marks", 1, 7)]),
    ],
)
def test_a_slip(lines, expected):
    assert colophon(*lines) == expected
