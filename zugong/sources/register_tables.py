"""The fields of the office's registers: units.yaml and terms.yaml."""

from __future__ import annotations

from zugong.sources.fields import Field, Kind, Table

_UNIT = Table(
    "单位",
    (
        Field("name", Kind.TEXT, "单位的名称", required=True),
        Field("short_forms", Kind.TEXTS, "可以用的简称"),
        Field("kind", Kind.TEXT, "县、县级市、区、部门这样的类别"),
        Field("since", Kind.DATE, "从哪一天起叫这个名字"),
        Field("until", Kind.DATE, "到哪一天为止叫这个名字"),
        Field("successor", Kind.TEXT, "后来改成什么名字"),
        Field("area", Kind.AMOUNT, "面积，平方千米"),
        Field("households", Kind.AMOUNT, "户数"),
    ),
)

UNITS = Table(
    "units.yaml",
    (Field("units", Kind.RECORDS, "单位，按本单位惯用的先后排列", table=_UNIT, shorthand="name"),),
)

_PHRASE = Table(
    "固定表述",
    (
        Field("wrong", Kind.TEXT, "不要的写法", required=True),
        Field("right_form", Kind.TEXT, "正确的写法", required=True),
        Field("exceptions", Kind.TEXTS, "含有这个写法而不算错的文字"),
    ),
)

_ABBREVIATION = Table(
    "首次用全称",
    (
        Field("short", Kind.TEXT, "简称", required=True),
        Field("full", Kind.TEXT, "全称", required=True),
    ),
)

TERMS = Table(
    "terms.yaml",
    (
        Field("phrases", Kind.RECORDS, "固定表述：错的和对的", table=_PHRASE, shorthand="wrong"),
        Field("quoted", Kind.TEXTS, "必须加引号的词语"),
        Field("abbreviations", Kind.RECORDS, "第一次出现要用全称的简称", table=_ABBREVIATION, shorthand="short"),
        Field("allowed", Kind.TEXTS, "不算错的词语"),
    ),
)
