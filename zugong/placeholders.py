"""What may stand in braces in the templates of an office (占位): `第{期号}期`."""

from __future__ import annotations

PLACEHOLDERS: dict[str, str] = {
    "title": "刊名",
    "year": "年",
    "number": "期号",
    "serial": "总期号",
    "series": "系列",
    "year_in_words": "年汉字",
    "number_in_words": "期号汉字",
    "serial_in_words": "总期号汉字",
    "issuing_office": "编发单位",
    "date": "日期",
    "classification": "密级",
    "copy_number": "份号",
    "signer": "签发人",
    "print_run": "印数",
    "urgency": "紧急程度",
    "number_line": "期号行",
    "section": "栏目",
    "ordinal": "序号",
}
"what may stand in braces in a template, English → the Chinese form kept in the model"

MARKS = ("{密级}", "{份号}", "{紧急程度}")
"what stands at the head of the page where no template says it"

PRINT_RUN = "共印{印数}份"
"印数格式 of an office that has none of its own"

_OF_ISSUE = ("刊名", "年", "期号", "总期号", "系列", "年汉字", "期号汉字", "总期号汉字")
_ANYTHING = (*_OF_ISSUE, "期号行", "编发单位", "日期", "密级", "紧急程度", "份号", "签发人", "印数")

TEMPLATES: dict[str, tuple[str, ...]] = {
    "number_format": _OF_ISSUE,
    "file_name": ("刊名", "年", "期号", "总期号", "系列"),
    "left": _ANYTHING,
    "centre": _ANYTHING,
    "right": _ANYTHING,
    "distribution": _ANYTHING,
    "after_colophon": _ANYTHING,
    "print_run_format": ("印数",),
    "section_heading": ("栏目", "序号"),
    "heading": ("栏目", "序号"),
}
"field → the placeholders that its template may have"
