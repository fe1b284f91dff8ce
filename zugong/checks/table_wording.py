"""The rows of the families 用词 and 术语."""

from __future__ import annotations

from functools import partial

from zugong.checks import quoting, wording
from zugong.checks.rule import Check, Family, each_passage, whole_issue
from zugong.checks.zones import OTHERS_WORDS
from zugong.diagnostics import Severity

_DOUBT, _HINT = Severity.DOUBT, Severity.HINT
_row = partial(each_passage, Family.WORDING, but=OTHERS_WORDS)
_term = partial(whole_issue, Family.TERMS, but=OTHERS_WORDS)
_LIST = "《现代汉语词典》、公文惯例；zugong/checks/data/wordlist.tsv"

WORDING: tuple[Check, ...] = (
    _row(
        "wrong-word",
        "错别字",
        _DOUBT,
        wording.wrong_word,
        "组织签定承诺书",
        "组织签订承诺书",
        _LIST,
        fixable=True,
    ),
    _row("doubtful-word", "可疑的词", _DOUBT, wording.doubtful_word, "其它单位", "其他单位", _LIST),
    _row("variant-word", "异形词", _HINT, wording.variant_word, "当做大事", "当作大事", _LIST),
    _row(
        "doubled-particle", "虚词重复", _DOUBT, wording.doubled_particle, "党员的的作用", "党员的作用", "现代汉语语法"
    ),
    _row("doubled-word", "词语重复", _DOUBT, wording.doubled_word, "推动工作工作落实", "推动工作落实", "现代汉语语法"),
    _term(
        "bare-term",
        "术语漏了引号",
        _DOUBT,
        quoting.bare_term,
        "别处都写“书记项目”，这里写书记项目",
        "都写“书记项目”",
        "前后一致",
    ),
    _term(
        "similar-terms", "术语近似", _HINT, quoting.similar_terms, "“书记项目”和“书记题目”", "“书记项目”", "前后一致"
    ),
    _term(
        "set-phrase", "固定表述", _DOUBT, quoting.set_phrase, "（terms.yaml 里登记的错写）", "登记的正写", "terms.yaml"
    ),
    _term(
        "unquoted-phrase",
        "须加引号",
        _DOUBT,
        quoting.unquoted_phrase,
        "（terms.yaml 里登记的词没有引号）",
        "加上引号",
        "terms.yaml",
    ),
    _term(
        "short-form-first",
        "首次用全称",
        _DOUBT,
        quoting.short_form_first,
        "（terms.yaml 里登记的简称先出现）",
        "先写全称（以下简称……）",
        "terms.yaml",
    ),
)
