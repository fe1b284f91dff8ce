"""The rows of the family 结构 that look at headings, tables and figures inside bodies."""

from __future__ import annotations

from zugong.checks import captions, headings, totals
from zugong.checks.rule import Check, structure
from zugong.diagnostics import Severity

_DOUBT, _HINT = Severity.DOUBT, Severity.HINT
_LEVELS = "GB/T 9704—2012 7.3.3"
_SHAPE = "简报的通行写法"

BODIES: tuple[Check, ...] = (
    structure(
        headings.ORDER,
        "小标题序号不连续",
        _DOUBT,
        headings.heading_order,
        "# 一、……　# 二、……　# 四、……",
        "# 一、……　# 二、……　# 三、……",
        _LEVELS,
    ),
    structure(
        headings.LEVEL,
        "小标题序号和层级不合",
        _DOUBT,
        headings.heading_level,
        "# （一）抓好排查",
        "## （一）抓好排查",
        _LEVELS,
    ),
    structure(
        headings.STOP,
        "小标题末尾有句号",
        _HINT,
        headings.heading_with_stop,
        "# 一、抓好排查。",
        "# 一、抓好排查",
        _SHAPE,
    ),
    structure(
        headings.BARE,
        "小标题下面没有内容",
        _DOUBT,
        headings.heading_without_text,
        "# 一、抓好排查　# 二、抓好整改",
        "# 一、抓好排查　逐户走访。　# 二、抓好整改　限期整改。",
        _SHAPE,
    ),
    structure(
        totals.RULE,
        "合计不等于各行之和",
        _DOUBT,
        totals.table_total,
        "| 甲 | 3 |　| 乙 | 4 |　| 合计 | 8 |",
        "| 甲 | 3 |　| 乙 | 4 |　| 合计 | 7 |",
        _SHAPE,
    ),
    structure(
        "figure-without-caption",
        "图片没有图注",
        _HINT,
        captions.figure_without_caption,
        "![](图片/书屋.png)",
        "![村级书屋分布](图片/书屋.png)",
        _SHAPE,
    ),
)
