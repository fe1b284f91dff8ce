"""Slips as people make them at the keyboard, each put into one clean paragraph; nothing here knows the rules' tables.

A slip takes a generator of chance and a paragraph and gives the spoilt paragraph with the span of the fault,
or None where the paragraph has no room for it. The words are the writer's own list of what typists of official
prose get wrong, by sound or shape; most of them no word list can hold, and that is what is to be seen.
"""

from __future__ import annotations

import re

HAN = "\u4e00-\u9fff"


def _at(rng, pattern, text):
    found = list(re.finditer(pattern, text))
    return rng.choice(found) if found else None


def _put(text, start, end, new, offset=0, length=None):
    return text[:start] + new + text[end:], start + offset, length or max(len(new) - offset, 1)


def _swap(pattern, new):
    """One place that fits becomes something else."""

    def slip(rng, text):
        found = _at(rng, pattern, text)
        return _put(text, found.start(), found.end(), new) if found else None

    return slip


def _insert(after, new, offset=0, length=None):
    """A piece of news is put in behind a mark."""

    def slip(rng, text):
        found = _at(rng, after, text)
        return _put(text, found.end(), found.end(), new, offset, length) if found else None

    return slip


def _twice(rng, text):
    """A word typed twice: the cursor jumped."""
    found = _at(rng, rf"(?<=[，。、；])[{HAN}]{{2}}(?=[{HAN}]{{3}})", text)
    return _put(text, found.start(), found.end(), found.group() * 2) if found else None


def _lost_half(mark):
    def slip(rng, text):
        found = _at(rng, mark, text)
        if not found:
            return None
        other = {"（": "）", "）": "（", "“": "”", "”": "“", "《": "》", "》": "《"}[found.group()]
        closing = found.group() in "）”》"
        at = text.rfind(other, 0, found.start()) if closing else text.find(other, found.end()) - 1
        return (text[: found.start()] + text[found.end() :], at, 1) if at >= 0 else None

    return slip


def _quoted_twice(rng, text):
    """A clause with a quoted word is quoted as a whole with the same marks."""
    found = _at(rng, rf"(?<=[，。；])[{HAN}]{{2,12}}“[{HAN}]{{2,8}}”[{HAN}]{{2,12}}(?=[，。；])", text)
    return (
        _put(text, found.start(), found.end(), f"“{found.group()}”", found.group().index("“") + 1, 1) if found else None
    )


def _begun(ordinal):
    """The paragraph begins with an ordinal; one that has its own is passed over."""

    def slip(_, text):
        return None if text[0] in "第（" else _put(text, 0, 0, ordinal, len(ordinal) - 1, 1)

    return slip


PUNCTUATION = {
    "英文逗号": _swap(rf"(?<=[{HAN}])，(?=[{HAN}])", ","),
    "英文分号": _swap(rf"(?<=[{HAN}])；", ";"),
    "英文冒号": _swap(rf"(?<=[{HAN}])：", ":"),
    "英文句点": _swap(rf"(?<=[{HAN}])。(?=[{HAN}])", "."),
    "英文前括号": _swap("（", "("),
    "逗号打了两次": _swap(rf"(?<=[{HAN}])，", "，，"),
    "句号打了两次": _swap(rf"(?<=[{HAN}])。", "。。"),
    "逗号句号相连": _swap(rf"(?<=[{HAN}])。", "，。"),
    "顿号逗号相连": _swap(rf"(?<=[{HAN}])、(?=[{HAN}])", "、，"),
    "少了后括号": _lost_half("）"),
    "少了前括号": _lost_half("（"),
    "少了后书名号": _lost_half("》"),
    "少了前书名号": _lost_half("《"),
    "直引号": _insert(rf"(?<=[{HAN}])，", '推行"一网通办"，', 2, 1),
    "三个句号当省略号": _insert(rf"[{HAN}](?=等[{HAN}])", "。。。"),
    "三个点当省略号": _insert(rf"[{HAN}](?=。)", "..."),
    "半个省略号": _insert(rf"[{HAN}](?=。)", "…"),
    "省略号加等": _insert(rf"[{HAN}]、[{HAN}]{{2,6}}(?=等)", "……"),
    "破折号一半": _swap(rf"(?<=[{HAN}]{{4}})，(?=[{HAN}]{{7}})", "—"),
    "字间空格": _insert(rf"(?<=[，。])[{HAN}]{{3}}(?=[{HAN}]{{3}})", " "),
    "引号套引号": _insert(rf"(?<=[{HAN}])，", "开设“讲好“书记项目”故事”专栏，", 5, 1),
    "第一顿号": _begun("第一、"),
    "带括号序号加顿号": _begun("（二）、"),
    "首先顿号": _begun("首先、"),
}

NUMERALS = {
    "区间短横": _insert(rf"(?<=[{HAN}])，", "每月走访3-5次，", 4),
    "百分比短横": _insert(rf"(?<=[{HAN}])，", "增幅在8%-12%，", 3),
    "月份短横": _insert(rf"(?<=[{HAN}])，", "1-6月办结，"),
    "平方米符号": _insert(rf"(?<=[{HAN}])，", "新增场地350㎡，", 7, 1),
    "m2": _insert(rf"(?<=[{HAN}])，", "改造危房1200m2，", 8, 2),
    "公里符号": _insert(rf"(?<=[{HAN}])，", "硬化道路12.5km，", 8, 2),
    "大整数": _insert(rf"(?<=[{HAN}])，", "惠及群众86000人，", 4, 5),
    "万千混用": _insert(rf"(?<=[{HAN}])，", "发放补贴3万5千元，", 4, 4),
    "减少几倍": _insert(rf"(?<=[{HAN}])，", "办理时限缩短了3倍，", 4),
    "约和左右": _insert(rf"(?<=[{HAN}])，", "参加培训的约200人左右，", 5),
    "近和余": _insert(rf"(?<=[{HAN}])，", "摸排问题近300余个，", 4),
    "超过和以上": _insert(rf"(?<=[{HAN}])，", "参与率超过90%以上，", 3),
    "两位年份": _insert(rf"(?<=[{HAN}])，", "22年3月启动，"),
    "点分日期": _insert(rf"(?<=[{HAN}])，", "2022.3.15挂牌，"),
    "几号": _insert(rf"(?<=[{HAN}])，", "3月15号召开会议，", 4, 1),
    "没有的日子": _insert(rf"(?<=[{HAN}])，", "6月31日前完成，"),
    "没有的月份": _insert(rf"(?<=[{HAN}])，", "2022年15月验收，", 5, 3),
    "二个": _insert(rf"(?<=[{HAN}])，", "建成二个中心，", 2, 1),
    "二名": _insert(rf"(?<=[{HAN}])，", "配备二名专干，", 2, 1),
    "覆盖率": _insert(rf"(?<=[{HAN}])，", "网格覆盖率达108%，", 2),
    "分项比总数大": _insert(r"。", "全年共办理事项120件，其中咨询类80件、投诉类60件。", 7),
    "有其余的占比": _insert(r"。", "从测评看，满意的占71.5%，基本满意的占20.3%，其余占18.2%。", 8),
    "占比依次列出": _insert(r"。", "三类支部分别占52.3%、31.5%和18.2%。", 4),
    "三次产业": _insert(rf"(?<=[{HAN}])，", "三次产业比例调整为9.1:41.4:59.5，", 9),
    "括号里的分项": _insert(r"。", "下设15个支部（机关6个、农村8个）。", 2),
}

WORDS = {
    "必须": "必需", "应当": "应挡", "部署": "布署", "签订": "签定", "账户": "帐户", "其他": "其它", "作出": "做出",
    "反映": "反应", "已经": "以经", "规定": "规订", "予以": "于以", "权利": "权力", "及时": "急时", "维护": "维户",
    "培训": "陪训", "覆盖": "复盖", "履行": "旅行", "保障": "保章", "责任": "则任", "部分": "部份", "登记": "登计",
    "处罚": "处法", "违反": "违返", "组织": "组识", "贡献": "供献", "健全": "建全", "采取": "采取取", "妨碍": "防碍",
    "撤销": "撤消", "监察": "监查", "给予": "给于", "做好": "作好", "截至": "截止", "促进": "促近", "提供": "题供",
    "符合": "符和", "需要": "须要", "公布": "公步", "推荐": "推见", "证明": "正明", "检查": "检察", "申请": "伸请",
}  # fmt: skip


def _typo(right, wrong):
    def slip(rng, text):
        found = _at(rng, right, text)
        return _put(text, found.start(), found.end(), wrong) if found else None

    return slip


WORDING = {f"{right}→{wrong}": _typo(right, wrong) for right, wrong in WORDS.items()}

REPETITION = {
    "词打了两次": _twice,
    "的的": _swap(rf"(?<=[{HAN}])的(?=[{HAN}])", "的的"),
    "了了": _insert(rf"(?<=[{HAN}])，", "完成了了任务，", 2, 2),
}

TERMS = {
    "漏了引号": _insert(r"。", "开展“红色代办”，推进“红色代办”，评选“红色代办”先进，全县设红色代办点30个。", 29, 4),
    "例外数目": _insert(r"。", "落实“定人、定岗、定责”的“四定”机制。", 13, 2),
}

PLACES = {
    "旧名": _swap("县级以上(?:地方)?(?:各级)?(?=人民政府)", "潜山县"),
    "县写成市": _swap("县级以上(?:地方)?(?:各级)?(?=人民政府)", "怀宁市"),
    "市写成县": _swap("县级以上(?:地方)?(?:各级)?(?=人民政府)", "桐城县"),
    "面积": _insert(rf"(?<=[{HAN}])，", "宜秀区流转土地6013万亩，", 7),
    "次序": _insert(r"。", "岳西县、怀宁县、桐城市已经完成。"),
}

PEOPLE = {
    "先姓名后职务": _insert(r"。", "王建军主任现场讲解，", 0, 5),
    "先姓名后职务，句中": _insert(rf"(?<=[{HAN}])，", "刘洋局长要求，", 0, 4),
    "先姓名后职务，“有”字后面": _insert(r"。", "到场的有赵敏部长。", 4, 4),
    "职务前后不一": _insert(r"。", "县委书记赵敏到会。会上，县长赵敏强调了三点意见。", 12, 4),
    "正副前后不一": _insert(r"。", "副局长孙立平汇报情况，有关负责人参加，局长孙立平同志作了补充。", 19, 6),
}

FAMILIES = {
    "标点": PUNCTUATION,
    "数字和单位": NUMERALS,
    "重复": REPETITION,
    "术语和数目": TERMS,
    "登记簿": PLACES,
    "姓名职务": PEOPLE,
    "错别字": WORDING,
}
IN_SCOPE = ("标点", "数字和单位", "重复", "术语和数目", "登记簿")
"of 姓名职务 no more is promised than a name beside a post and behind a mark"
"wording is not: a word list finds its own words, and says so"
