"""Spaces as 公文 sets them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zugong.text.spacing import CLAUSE_SPACE, set_spaces, spaced

CASES = [
    ("整合到村项目 200 余个", "整合到村项目200余个"),
    ("2021 年 9 月 22 日", "2021年9月22日"),
    ("1000 m²以上", "1000 m²以上"),
    ("抓项目带动 推动村级集体经济", f"抓项目带动{CLAUSE_SPACE}推动村级集体经济"),
    ("高新区“三抓三强化” 积极融入", f"高新区“三抓三强化”{CLAUSE_SPACE}积极融入"),
    ("发展。 明年", "发展。明年"),
    ("（ 桐城 ）", "（桐城）"),
    ("Windows 10 系统", "Windows 10系统"),
    ("张三　李四", f"张三{CLAUSE_SPACE}李四"),
    ("甲   乙", f"甲{CLAUSE_SPACE}乙"),
    (" 两头空白 ", "两头空白"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "printed"), CASES)
def test_spaces_are_set_as_printed(written: str, printed: str) -> None:
    assert set_spaces(written) == printed


@given(st.text())
def test_nothing_but_white_space_is_ever_dropped(text: str) -> None:
    assert "".join(set_spaces(text).split()) == "".join(text.split())
    assert len(spaced(text)) == len(text)
