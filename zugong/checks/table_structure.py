"""The rows of the family 结构."""

from __future__ import annotations

from zugong.checks import bodies, dates, fields, headlines, leftovers, numbers, sections, shape
from zugong.checks.rule import Check, Family, each_passage, structure, whole_issue
from zugong.diagnostics import Severity

_ERROR, _DOUBT, _HINT = Severity.ERROR, Severity.DOUBT, Severity.HINT
_FORM = "简报的通行格式"
_SHAPE = "简报的通行写法"

STRUCTURE: tuple[Check, ...] = (
    structure("no-items", "没有稿件", _ERROR, fields.no_items, "空的期文件夹", "至少一篇 .md 稿件"),
    structure("missing-headline", "缺标题", _ERROR, fields.missing_headline, "标题:", "标题: 桐城市大力实施……", _FORM),
    structure(
        "missing-source-unit",
        "缺供稿单位",
        _ERROR,
        fields.missing_source_unit,
        "（没有“供稿单位”一行）",
        "供稿单位: 桐城市委组织部",
        _FORM,
    ),
    structure("missing-date", "缺日期", _ERROR, fields.missing_date, "日期:", "日期: 2021年9月22日", _FORM),
    structure(
        "missing-section", "缺栏目", _ERROR, sections.missing_section, "（没有“栏目”一行）", "栏目: 市内信息", _FORM
    ),
    structure(
        "unknown-section", "没有这个栏目", _ERROR, sections.unknown_section, "栏目: 市内消息", "栏目: 市内信息", _FORM
    ),
    structure(
        "unused-section",
        "栏目不起作用",
        _DOUBT,
        sections.unused_section,
        "不分栏目的一期里写“栏目: 市内信息”",
        "删去这一行",
        _FORM,
    ),
    structure("empty-body", "没有正文", _ERROR, bodies.empty_body, "只有标题的稿件", "标题下面写正文", _FORM),
    structure(
        "lead-without-closing-mark",
        "段首语缺标点",
        _DOUBT,
        bodies.lead_without_closing_mark,
        "**双向选择**发放……",
        "**双向选择。**发放……",
        _SHAPE,
    ),
    structure(
        "duplicate-headline", "标题重复", _ERROR, headlines.duplicate_headline, "两篇同一个标题", "各有各的标题", _FORM
    ),
    structure(
        "headline-with-mark",
        "标题带了多余的符号",
        _DOUBT,
        headlines.headline_with_mark,
        "标题: △桐城市……。",
        "标题: 桐城市……",
    ),
    structure(
        "date-before-last-issue",
        "日期早于上一期",
        _ERROR,
        dates.date_before_last_issue,
        "第 23 期比第 22 期早",
        "一期比一期晚",
        _FORM,
    ),
    structure(
        "date-in-other-year",
        "日期不在这一年",
        _DOUBT,
        dates.date_in_other_year,
        "2023/23 里写“日期: 2022年8月22日”",
        "日期: 2023年8月22日",
        _FORM,
    ),
    structure(
        "future-date", "日期在很久以后", _HINT, dates.future_date, "日期: 2032年8月22日", "日期: 2023年8月22日", _FORM
    ),
    structure("number-gap", "期号不连续", _HINT, numbers.number_gap, "第 20 期后面是第 23 期", "第 21 期", _FORM),
    structure(
        "colophon-without-stop",
        "版记缺句号",
        _DOUBT,
        shape.colophon_without_stop,
        "报: 省委组织部，本部领导",
        "报: 省委组织部，本部领导。",
        _FORM,
    ),
    structure(
        "mixed-signing",
        "署名方式不一",
        _HINT,
        shape.mixed_signing,
        "一篇写“甲县：做法”，另几篇写供稿单位",
        "同一期用同一种",
        _FORM,
    ),
    whole_issue(
        Family.STRUCTURE,
        "headline-without-unit",
        "标题没有单位",
        _DOUBT,
        shape.headline_without_unit,
        "大力实施“常青树计划”",
        "桐城市大力实施“常青树计划”",
        _SHAPE,
    ),
    each_passage(
        Family.STRUCTURE,
        "long-headline",
        "标题太长",
        _HINT,
        shape.long_headline,
        "四十个字的标题",
        "不超过 32 字",
        _SHAPE,
    ),
    whole_issue(
        Family.STRUCTURE,
        "uneven-leads",
        "段首语长短不一",
        _DOUBT,
        shape.uneven_leads,
        "双向选择。双重职责。双向加强管理。",
        "双向选择。双重职责。双向管理。",
        _SHAPE,
    ),
    whole_issue(
        Family.STRUCTURE,
        "lead-count",
        "段首语个数",
        _HINT,
        shape.lead_count,
        "一篇七个段首语",
        "二到五个",
        _SHAPE,
    ),
    whole_issue(
        Family.STRUCTURE,
        "count-and-leads",
        "标题说的数和段首语不合",
        _DOUBT,
        shape.count_and_leads,
        "“三抓三强化”，段首语四个",
        "“三抓三强化”，段首语三个",
        _SHAPE,
    ),
    each_passage(
        Family.STRUCTURE,
        "count-and-list",
        "数目和所列的不合",
        _DOUBT,
        shape.count_and_list,
        "“标准化、规范化、信息化”的“四化”建设",
        "“标准化、规范化、信息化”的“三化”建设",
        _SHAPE,
    ),
    whole_issue(
        Family.STRUCTURE,
        "item-length",
        "篇幅",
        _HINT,
        shape.item_length,
        "正文 2000 字",
        "综合信息 300—700 字",
        _SHAPE,
    ),
    each_passage(
        Family.STRUCTURE,
        "secret-word",
        "涉密字样",
        _HINT,
        shape.secret_word,
        "该机密文件",
        "看能不能公开",
        "保守国家秘密法",
    ),
    structure(
        "source-unit-with-brackets",
        "供稿单位带括号",
        _DOUBT,
        leftovers.source_unit_with_brackets,
        "供稿单位: （桐城市委组织部）",
        "供稿单位: 桐城市委组织部",
        _FORM,
    ),
    structure(
        "source-unit-twice",
        "供稿单位写了两遍",
        _DOUBT,
        leftovers.source_unit_twice,
        "……补助。（桐城市委组织部）",
        "……补助。",
        _FORM,
    ),
    structure(
        "pasted-markup",
        "粘来的记号",
        _DOUBT,
        leftovers.pasted_markup,
        "＊＊双向选择。＊＊发放&nbsp;……",
        "**双向选择。**发放……",
        _FORM,
    ),
)
