"""The rows of the family 数字和单位."""

from __future__ import annotations

from functools import partial

from zugong.checks import amounts, numerals, shares
from zugong.checks.rule import Check, Family, each_passage, whole_issue
from zugong.checks.zones import OTHERS_WORDS
from zugong.diagnostics import Severity

_DOUBT, _HINT = Severity.DOUBT, Severity.HINT
_row = partial(each_passage, Family.NUMERALS, but=OTHERS_WORDS)
_row_of_issue = partial(whole_issue, Family.NUMERALS, but=OTHERS_WORDS)

NUMERALS: tuple[Check, ...] = (
    _row(
        "range-hyphen",
        "数值范围用短横",
        _DOUBT,
        numerals.range_hyphen,
        "4-6项核心指标",
        "4～6项核心指标，或4—6项核心指标",
        "GB/T 15834—2011 4.13、GB/T 15835—2011 5.1.4",
    ),
    _row(
        "unit-symbol",
        "计量单位用符号",
        _DOUBT,
        amounts.unit_symbol,
        "新增办公面积1000 m²",
        "新增办公面积1000平方米",
        "GB 3100—1993、公文惯例",
    ),
    _row_of_issue(
        "out-of-proportion",
        "数字与地方不相称",
        _DOUBT,
        amounts.out_of_proportion,
        "全区共流转土地6013万亩",
        "全区共流转土地6.013万亩",
        "单位登记簿",
    ),
    _row(
        "impossible-share",
        "比率超过百分之百",
        _DOUBT,
        amounts.impossible_share,
        "覆盖率达到102%",
        "覆盖率达到100%",
        "常理",
    ),
    _row(
        "parts-and-sum",
        "分项和总数不合",
        _DOUBT,
        amounts.parts_and_sum,
        "共立项51个，其中重点12个、一般41个",
        "共立项53个，其中重点12个、一般41个",
        "常理",
    ),
    _row(
        "shares-and-whole",
        "占比之和不是百分之百",
        _DOUBT,
        shares.shares_and_whole,
        "优秀占32%、合格占61%，其余占9%",
        "优秀占32%、合格占61%，其余占7%",
        "常理",
    ),
    _row(
        "long-integer",
        "五位以上整数",
        _DOUBT,
        numerals.long_integer,
        "惠及12000户",
        "惠及1.2万户",
        "GB/T 15835—2011 5.1.1",
    ),
    _row(
        "decrease-in-times",
        "减少用了倍",
        _DOUBT,
        numerals.decrease_in_times,
        "投诉下降2倍",
        "投诉下降三分之二",
        "现代汉语语法",
    ),
    _row(
        "double-approximation",
        "约数重复",
        _DOUBT,
        numerals.double_approximation,
        "约50人左右",
        "约50人",
        "现代汉语语法",
    ),
    _row(
        "short-year",
        "年份日期写法",
        _DOUBT,
        numerals.short_year,
        "21年9月、2021.9.22、9月22号",
        "2021年9月、2021年9月22日、9月22日",
        "GB/T 15835—2011 5.1.3",
    ),
    _row(
        "impossible-day",
        "没有这一天",
        _DOUBT,
        numerals.impossible_day,
        "9月31日",
        "9月30日",
        "日历",
    ),
    _row(
        "two-and-pair",
        "“二”和“两”",
        _DOUBT,
        numerals.two_and_pair,
        "建成二个示范点",
        "建成两个示范点",
        "现代汉语语法",
    ),
    _row(
        "numeral-in-quotes",
        "简称里的数目",
        _HINT,
        numerals.numeral_in_quotes,
        "“6个不得”",
        "“六个不得”",
        "GB/T 15835—2011 4.2",
    ),
    _row_of_issue(
        "mixed-numerals",
        "数目写法不一",
        _HINT,
        numerals.mixed_numerals,
        "建成三个站点，另建5个",
        "建成3个站点，另建5个",
        "GB/T 15835—2011 4.3",
    ),
    _row_of_issue(
        "mixed-approximation",
        "“余”“多”混用",
        _HINT,
        numerals.mixed_approximation,
        "走访300余户，慰问200多名党员",
        "走访300余户，慰问200余名党员",
        "前后一致",
    ),
    _row_of_issue(
        "relative-date",
        "一月里说“今年”",
        _HINT,
        numerals.relative_date,
        "今年共立项51个",
        "2023年共立项51个",
        "公文写作习惯",
    ),
)
