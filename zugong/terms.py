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
    "masthead": "报头",
    "part": "内容",
    "left": "左",
    "centre": "中",
    "right": "右",
    "rule_under": "横线",
    "series": "系列",
    "serial": "总期号",
    "contents_title": "目录标题",
    "contents_pages": "目录页码",
    "contents_headings": "目录小标题",
    "entry_marker": "目录标记",
    "contents_sections": "目录栏目",
    "body_on_new_page": "正文另页",
    "section_heading": "栏目样式",
    "heading": "样式",
    "item_marker": "稿件标记",
    "headline_stop": "标题句号",
    "counting": "编号",
    "source_unit_placement": "供稿单位位置",
    "date_style": "日期写法",
    "classification": "密级",
    "urgency": "紧急程度",
    "copy_number": "份号",
    "signer": "签发人",
    "print_run": "印数",
    "print_run_format": "印数格式",
    "print_run_placement": "印数位置",
    "after_colophon": "版记后",
    "subtitle": "副标题",
    "byline": "署名",
    "note": "按语",
    "metadata": "稿件信息",
    "item_kind": "采用",
    "sign_off": "落款",
    "attachments": "附件",
    "subheading": "小标题",
    "level": "层级",
    "table": "表格",
    "figure": "图片",
    "file": "文件",
    "caption": "图注",
    "picture_width": "宽",
    "description": "说明",
    "table_title": "表题",
    "table_unit": "计量单位",
    "table_columns": "列",
    "table_head": "表头",
    "table_rows": "行",
    "table_total": "合计行",
    "table_notes": "表注",
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
    "table_style": "表格",
    "frame": "框线",
    "padding": "左右空",
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
    "作者": "byline",
    "图题": "caption",
    "表名": "table_title",
    "标记": "item_marker",
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
    "编者案": "editors_note",
    "date": "issued_on",
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
    "headline_placement": {
        "run-in": ("接排", "run-in"),
        "own-line": ("另行", "own-line"),
        "block": ("居中", "block"),
    },
    "entry_numbering": {"none": ("无", "none"), "arabic": ("1.", "arabic"), "chinese": ("一、", "chinese")},
    "last_page": {"any": ("不限", "any"), "even": ("双数页", "even")},
    "part": {"title": ("刊名", "title"), "number": ("期号", "number")},
    "contents_sections": {
        "named": ("有", "named"),
        "with-pages": ("带页码", "with-pages"),
        "left-out": ("无", "left-out"),
    },
    "counting": {"run-on": ("接续", "run-on"), "restart": ("重新", "restart")},
    "source_unit_placement": {
        "end": ("文末", "end"),
        "below-headline": ("标题下", "below-headline"),
        "hidden": ("不印", "hidden"),
    },
    "date_style": {"digits": ("数字", "digits"), "chinese": ("汉字", "chinese")},
    "print_run_placement": {"same-line": ("同行", "same-line"), "own-line": ("另行", "own-line")},
    "item_kind": {"single": ("独编", "single"), "combined": ("综合", "combined"), "brief": ("简讯", "brief")},
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
    "title_above": "刊名首行",
    "title": "刊名",
    "number": "期号",
    "marking": "密级",
    "masthead_line": "报头行",
    "office": "编发单位",
    "contents_title": "目录标题",
    "contents_section": "目录栏目",
    "contents_entry": "目录条",
    "instruction": "领导批示",
    "editors_note": "编者按",
    "editors_note_more": "编者按续段",
    "section": "栏目",
    "headline": "标题",
    "note": "按语",
    "centred_headline": "居中标题",
    "subtitle": "副标题",
    "byline": "署名",
    "body": "正文",
    "heading_1": "一级小标题",
    "heading_2": "二级小标题",
    "heading_3": "三级小标题",
    "heading_4": "四级小标题",
    "table_title": "表题",
    "table_unit": "计量单位",
    "table_head": "表头",
    "table_cell": "表格",
    "table_total": "合计行",
    "table_note": "表注",
    "caption": "图注",
    "metadata": "稿件信息",
    "sign_off": "落款",
    "attachment_list": "附件说明",
    "attachment_mark": "附件序号",
    "attachment_title": "附件标题",
    "colophon": "版记",
    "after_colophon": "版记后",
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


def chosen_word(key: str, value: str) -> str:
    """The Chinese word for a value that was chosen."""
    return CHOICES[key][value][0]
