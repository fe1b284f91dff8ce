"""The rows of the family 标点."""

from __future__ import annotations

from functools import partial

from zugong.checks import marks, pairs, sentences
from zugong.checks.rule import Check, Family, each_passage, whole_issue
from zugong.diagnostics import Severity

_DOUBT, _HINT = Severity.DOUBT, Severity.HINT
_row = partial(each_passage, Family.PUNCTUATION)
_row_of_issue = partial(whole_issue, Family.PUNCTUATION)

PUNCTUATION: tuple[Check, ...] = (
    _row(
        "half-width-mark",
        "半角标点",
        _DOUBT,
        marks.half_width_mark,
        "双向选择,双重职责",
        "双向选择，双重职责",
        "GB/T 15834—2011 5.1",
        fixable=True,
    ),
    _row(
        "straight-quote",
        "直引号",
        _DOUBT,
        pairs.straight_quote,
        '实施"常青树计划"',
        "实施“常青树计划”",
        "GB/T 15834—2011 4.8",
        fixable=True,
    ),
    _row_of_issue(
        "unpaired-mark",
        "成对标点缺一半",
        _DOUBT,
        pairs.unpaired_mark,
        "坚持“书记抓、抓书记，明确目标",
        "坚持“书记抓、抓书记”，明确目标",
        "GB/T 15834—2011 4.8、4.9、4.15",
    ),
    _row_of_issue(
        "nested-quotes",
        "双引号套双引号",
        _DOUBT,
        pairs.nested_quotes,
        "开设““书记项目”晒成效”专栏",
        "开设“‘书记项目’晒成效”专栏",
        "GB/T 15834—2011 4.8.3.4",
    ),
    _row(
        "single-dash",
        "破折号只有一半",
        _DOUBT,
        marks.single_dash,
        "园区龙头企业—海南普利药业",
        "园区龙头企业——海南普利药业",
        "GB/T 15834—2011 4.10、5.1.8",
    ),
    _row(
        "ellipsis-form",
        "省略号写法",
        _DOUBT,
        marks.ellipsis_form,
        "茶叶、瓜蒌、油茶。。。",
        "茶叶、瓜蒌、油茶……",
        "GB/T 15834—2011 4.11、5.1.7",
        fixable=True,
    ),
    _row(
        "ellipsis-and-deng",
        "省略号和“等”并用",
        _DOUBT,
        marks.ellipsis_and_deng,
        "茶叶、瓜蒌……等",
        "茶叶、瓜蒌等",
        "GB/T 15834—2011 4.11",
    ),
    _row(
        "repeated-mark",
        "点号重复",
        _DOUBT,
        marks.repeated_mark,
        "发展壮大，，提升质效",
        "发展壮大，提升质效",
        "GB/T 15834—2011 第 4 章",
        fixable=True,
    ),
    _row(
        "stop-around-quote",
        "引号内外都有点号",
        _DOUBT,
        marks.stop_around_quote,
        "群众说：“办得好。”。",
        "群众说：“办得好。”",
        "GB/T 15834—2011 4.8、附录 B.1",
    ),
    _row(
        "ordinal-mark",
        "序号后面的标点",
        _DOUBT,
        sentences.ordinal_mark,
        "第一、加强领导。（一）、加强领导",
        "第一，加强领导。（一）加强领导",
        "GB/T 15834—2011 附录 B.6",
    ),
    _row(
        "series-comma",
        "并列中用了逗号",
        _DOUBT,
        sentences.series_comma,
        "供暖难、接娃难、停车难，矛盾大等问题",
        "供暖难、接娃难、停车难、矛盾大等问题",
        "GB/T 15834—2011 4.5",
    ),
    _row(
        "space-between-characters",
        "两个字之间有空格",
        _DOUBT,
        marks.space_between_characters,
        "基层 党建",
        "基层党建",
        "GB/T 9704—2012 7.3.3",
    ),
    _row(
        "needless-space",
        "多余的空格",
        _HINT,
        marks.needless_space,
        "设立 14 个指导站",
        "设立14个指导站",
        "GB/T 9704—2012 7.3.3",
        fixable=True,
    ),
    _row(
        "quote-comma",
        "引号之间的顿号",
        _HINT,
        pairs.quote_comma,
        "“四带一自”、“一自三合”",
        "“四带一自”“一自三合”",
        "GB/T 15834—2011 4.5.3.5",
    ),
    _row(
        "long-sentence",
        "句子太长",
        _HINT,
        sentences.long_sentence,
        "一百六十个字的一句",
        "分成两三句",
        "公文写作习惯",
    ),
)
