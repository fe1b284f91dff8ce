"""The glossary (词汇表): every word an editor may write in a file, Chinese and English side by side."""

from __future__ import annotations

KEYS: dict[str, str] = {
    "headline": "标题",
    "section": "栏目",
    "source_unit": "供稿单位",
    "headline_placement": "排法",
    "body": "正文",
    "paragraphs": "段落",
    "lead_phrase": "段首语",
    "title": "刊名",
    "issuing_office": "编发单位",
    "number": "期号",
    "number_format": "期号格式",
    "file_name": "文件名",
    "sections": "栏目",
    "name": "名称",
    "contents": "目录",
    "entry_numbering": "目录序号",
    "instruction_box": "领导批示",
    "distribution": "版记",
    "last_page": "末页",
    "issued_on": "日期",
    "editors_note": "编者按",
    "items": "稿件",
    "checks": "检查",
    "ignored": "忽略",
    "rule_name": "规则",
    "severity": "级别",
    "reason": "理由",
    # units.yaml
    "units": "单位",
    "short_forms": "简称",
    "kind": "类别",
    "since": "起",
    "until": "止",
    "successor": "改为",
    "area": "面积",
    "households": "户数",
    # terms.yaml
    "phrases": "固定表述",
    "wrong": "错",
    "right_form": "对",
    "exceptions": "例外",
    "quoted": "须加引号",
    "abbreviations": "首次用全称",
    "short": "简称",
    "full": "全称",
    "allowed": "放过",
    # sheet.yaml
    "paper": "纸张",
    "type_area": "版心",
    "width": "宽",
    "height": "高",
    "top": "上",
    "left": "左",
    "grid_lines": "行数",
    "grid_characters": "字数",
    "line_rules": "排版规则",
    "faces": "字体",
    "office_name": "公文字体",
    "alternatives": "替代",
    "shipped": "随附",
    "western": "西文",
    "bold": "加粗",
    "shipped_fangsong": "随附仿宋",
    "paragraph_styles": "段落",
    "accents": "文字",
    "face": "字体",
    "size": "字号",
    "colour": "颜色",
    "align": "对齐",
    "indent_first": "首行缩进",
    "indent_left": "左缩进",
    "indent_right": "右缩进",
    "rows": "占行",
    "rows_before": "前空",
    "rows_after": "后空",
    "keep_with_next": "与下段同页",
    "rule_below": "下划线",
    "thickness": "粗",
    "box": "批示框",
    "rule": "线",
    "min_rows": "至少行数",
    "colophon": "版记",
    "edge": "首末线",
    "inner": "中间线",
    "line_height": "行距",
    "folio_drop": "页码下移",
    "marks": "标记",
    "item": "稿件",
    "contents_section": "目录栏目",
    "leader": "目录导引点",
    "folio": "页码",
    "instruction": "领导批示",
    "draft": "草稿",
}
"identifier → the Chinese name of the field (字段)"

SYNONYMS: dict[str, str] = {
    "题目": "headline",
    "题名": "headline",
    "单位": "source_unit",
    "来源": "source_unit",
    "供稿": "source_unit",
    "报送单位": "source_unit",
    "分类": "section",
    "类别": "section",
    "内容": "body",
    "时间": "issued_on",
    "印发日期": "issued_on",
    "按语": "editors_note",
    "编者案": "editors_note",
    "date": "issued_on",
    "note": "editors_note",
}
"words that are not accepted, but tell what was meant"

FLAGS: dict[str, bool] = {
    "有": True,
    "无": False,
    "是": True,
    "否": False,
    "开": True,
    "关": False,
    "yes": True,
    "no": False,
    "true": True,
    "false": False,
    "on": True,
    "off": False,
}
"words for on and off; English in any case"

NOTHING: tuple[str, ...] = ("无", "none", "no")
"words that empty a list (栏目、版记) or a text (编者按)"

CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "headline_placement": {"run-in": ("接排", "run-in"), "own-line": ("另行", "own-line")},
    "entry_numbering": {"none": ("无", "none"), "arabic": ("1.", "arabic"), "chinese": ("一、", "chinese")},
    "last_page": {"any": ("不限", "any"), "even": ("双数页", "even")},
    "line_rules": {"matched": ("一致", "严格对应", "matched"), "fine": ("精细", "fine")},
    "source_unit": {"required": ("必填", "required"), "optional": ("可省", "optional")},
    "severity": {
        "error": ("错误", "error"),
        "doubt": ("疑问", "doubt"),
        "hint": ("提示", "hint"),
        "off": ("关", "off"),
    },
    "align": {
        "justify": ("两端", "justify"),
        "left": ("居左", "left"),
        "centre": ("居中", "centre", "center"),
        "right": ("居右", "right"),
        "outside": ("外侧", "outside"),
        "fit": ("撑满", "fit"),
    },
}
"field → value → the words for it, the Chinese one first"

ROLES: dict[str, str] = {
    "title": "刊名",
    "number": "期号",
    "office": "编发单位",
    "contents_section": "目录栏目",
    "contents_entry": "目录条",
    "instruction": "领导批示",
    "editors_note": "编者按",
    "editors_note_more": "编者按续段",
    "section": "栏目",
    "headline": "标题",
    "body": "正文",
    "colophon": "版记",
    "folio": "页码",
    "draft": "草稿",
}
"kinds of paragraph in sheet.yaml"

ACCENTS: dict[str, str] = {
    "lead": "段首语",
    "headline": "接排标题",
    "label": "标签",
    "source_unit": "供稿单位",
}
"kinds of text inside a paragraph in sheet.yaml"

COLOURS: dict[str, str] = {"红": "#e60012", "黑": "#000000", "red": "#e60012", "black": "#000000"}
"colours by name"

PLACEHOLDERS: dict[str, str] = {
    "刊名": "刊名",
    "年": "年",
    "期号": "期号",
    "title": "刊名",
    "year": "年",
    "number": "期号",
}
"what may stand in braces in a template → the Chinese form kept in the model"


def chinese(key: str) -> str:
    """The editor's name of a field."""
    return KEYS[key]


def choice_words(key: str) -> tuple[str, ...]:
    """The Chinese words among which an editor chooses for this field."""
    return tuple(words[0] for words in CHOICES[key].values())


def chosen(key: str, word: str) -> str | None:
    """The value that this word stands for, or None."""
    wanted = word.lower()
    return next((value for value, words in CHOICES[key].items() if wanted in words), None)
