"""The rows of the family 结构 that look at masthead and colophon."""

from __future__ import annotations

from zugong.checks import furniture
from zugong.checks.rule import Check, structure
from zugong.diagnostics import Severity

_ERROR, _DOUBT = Severity.ERROR, Severity.DOUBT
_FORM = "简报的通行格式"

FURNITURE: tuple[Check, ...] = (
    structure(
        "missing-serial", "缺总期号", _ERROR, furniture.missing_serial, "（没有“总期号”一行）", "总期号: 118", _FORM
    ),
    structure(
        "serial-gap", "总期号不连续", _DOUBT, furniture.serial_gap, "上一期 117，这一期 119", "总期号: 118", _FORM
    ),
    structure(
        "missing-signer", "缺签发人", _DOUBT, furniture.missing_signer, "（没有“签发人”一行）", "签发人: 张某", _FORM
    ),
    structure(
        "signer-not-printed",
        "签发人没有处印",
        _DOUBT,
        furniture.signer_not_printed,
        "签发人: 张某（报头里没有它）",
        '报头: - {左: "{编发单位}", 右: "签发：{签发人}"}',
        _FORM,
    ),
)
