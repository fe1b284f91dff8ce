"""units.yaml and terms.yaml."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from zugong.sources.registers import read_registers

ROOT = Path(__file__).resolve().parents[2]


def read(root, **files):
    (root / "issues").mkdir()
    for name, text in files.items():
        (root / "issues" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return read_registers(root)


def test_no_registers_are_no_fault(tmp_path):
    found = read(tmp_path)
    assert (found.value.units, found.problems) == ((), ())


def test_units(tmp_path):
    text = "单位:\n  - 甲县\n  - {名称: 乙市, 简称: [乙], 起: 2018-07-30, 面积: 1686平方千米, 户数: 20.5万}\n"
    found = read(tmp_path, units=text)
    assert found.problems == ()
    one, other = found.value.units
    assert (one.name.content, other.names) == ("甲县", ("乙市", "乙"))
    assert (other.area, other.households) == (1686.0, 205000)
    assert other.valid_on(date(2018, 7, 30))
    assert not other.valid_on(date(2018, 7, 29))


def test_terms(tmp_path):
    text = "固定表述:\n  - {错: 甲, 对: 乙, 例外: [甲子]}\n须加引号: [丙]\n"
    text += "首次用全称: [{简称: 丁, 全称: 丁丁}]\n放过: [戊]\n"
    found = read(tmp_path, terms=text)
    assert found.problems == ()
    terms = found.value.terms
    assert (terms.phrases[0].wrong, terms.phrases[0].right, terms.phrases[0].exceptions) == ("甲", "乙", ("甲子",))
    assert (terms.quoted, terms.allowed, terms.abbreviations[0].full) == (("丙",), ("戊",), "丁丁")


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("units", "单位:\n  - {名称: 甲, 面积: 很大}\n", "not-a-number"),
        ("units", "单位:\n  - {类别: 县}\n", "missing-name"),
        ("units", "单位:\n  - {名称: 甲, 起: 某天}\n", "bad-date"),
        ("units", "单 位: 甲\n", "unknown-key"),
        ("terms", "固定表述:\n  - {错: 甲}\n", "missing-right-form"),
    ],
)
def test_what_is_wrong_is_told(tmp_path, name, text, rule):
    assert rule in [one.rule for one in read(tmp_path, **{name: text}).problems]


def test_the_registers_of_this_repository_are_in_order():
    found = read_registers(ROOT)
    assert found.problems == ()
    assert {"潜山市", "潜山县", "宜秀区"} <= {unit.name.content for unit in found.value.units}
