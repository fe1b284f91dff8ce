"""Whatever stands in a file, the readers never raise, say where things are, and lose no character."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zugong.diagnostics import Location, has_errors
from zugong.sources import item as item_module
from zugong.sources.characters import invisible_problems, visible, without_harm
from zugong.sources.encoding import decode
from zugong.sources.files import SourceText
from zugong.sources.markdown import read_body
from zugong.sources.materials import Materials
from zugong.sources.nodes import Line
from zugong.sources.scalars import quoted_if_needed
from zugong.sources.tables import ITEM
from zugong.sources.yaml_reader import read_yaml

NOWHERE = Materials(Path("nowhere"), Path("nowhere/issue"))
CHINESE = "标题栏目供稿单位正文段落期号县委，。：；“”（）△★—…　"
SYNTAX = ":-#*&!|>'\"%@`[]{},?\\ \t\n~<=" + string.digits
YAMLISH = st.text(alphabet=st.sampled_from(CHINESE + SYNTAX + "ab"), max_size=120)
KEYED = st.lists(
    st.tuples(
        st.sampled_from(["标题", "栏目", "供稿单位", "headline", "- 报", "正文"]),
        st.sampled_from([":", ": ", "：", " "]),
        YAMLISH,
    ),
    max_size=5,
).map(lambda rows: "\n".join(key + colon + value for key, colon, value in rows))
MARKDOWNISH = st.text(alphabet=st.sampled_from(CHINESE + "**[](!)\\#>|`-_ \tabc1\n\u200b"), max_size=120)


def located(problems, lines):
    """Every problem has words and stands inside the file."""
    for problem in problems:
        assert problem.message and problem.rule and "\n" not in problem.message + problem.hint
        assert re.search("[\u4e00-\u9fff]", problem.message)
        assert 0 <= problem.origin.line <= len(lines)
        assert problem.origin.column >= 1
        if problem.origin.line:
            assert problem.origin.column <= len(lines[problem.origin.line - 1]) + 1, problem


@settings(max_examples=300, deadline=None)
@given(st.one_of(YAMLISH, KEYED, st.text(max_size=80)))
@example('标题: "甲\n栏目: x')
@example("\u2028")
@example("a: !!binary x\n--- %\n")
def test_yaml_never_raises(text):
    lines = tuple(without_harm(line) for line in text.replace("\r", "\n").split("\n"))
    reading = read_yaml(lines, "甲.yaml")
    located(reading.problems, lines)
    assert reading.value is not None or has_errors(reading.problems)


@settings(max_examples=300, deadline=None)
@given(st.one_of(KEYED.map("---\n{}\n---\n\n正文。".format), YAMLISH, MARKDOWNISH))
def test_items_never_raise(text):
    lines = tuple(without_harm(line) for line in text.split("\n"))
    source = SourceText("甲.md", lines)
    for read in (item_module._markdown_item, item_module._yaml_item):
        reading = read(source, NOWHERE)
        located(reading.problems, lines)
        assert reading.value.complete or has_errors(reading.problems)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=100).map(lambda text: text.encode("gb18030", "replace"))))
def test_bytes_never_raise(data):
    reading = decode(data, "甲.md")
    assert (reading.value is None) == has_errors(reading.problems)


@settings(max_examples=500, deadline=None)
@given(st.one_of(MARKDOWNISH, st.text(max_size=100)))
@example("**甲**\\**")
@example("***甲***")
@example("甲\n\n\n　　乙**丙\n丁**")
def test_bodies_lose_nothing(text):
    """All but white space, the stars of leads and the backslashes of escapes, each run where it says it is."""
    lines = tuple(without_harm(line) for line in text.replace("\r", "\n").split("\n"))
    reading = read_body(Line(line, Location("甲.md", number)) for number, line in enumerate(lines, start=1))
    located(reading.problems, lines)
    for paragraph in reading.value:
        for run in paragraph.runs:
            there = lines[run.origin.line - 1][run.origin.column - 1 :].replace("\t", " ")
            assert there.startswith((run.content, run.content.rstrip()))  # a line end may be a space
    kept = "".join(paragraph.content for paragraph in reading.value)
    assert without_stars(letters(kept)) == without_stars(letters(unescaped("\n".join(lines))))
    if not has_errors(reading.problems):
        assert letters(kept).count("*") >= letters(unescaped("\n".join(lines))).count("*") - 2 * marker_count(lines)


def letters(text):
    return "".join(visible(text).split())


def unescaped(text):
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def without_stars(text):
    return text.replace("*", "")


def marker_count(lines):
    return sum(len(re.findall(r"\*+", re.sub(r"\\[!-/:-@\[-`{-~]", "", line))) for line in lines)


@settings(max_examples=300, deadline=None)
@given(st.one_of(YAMLISH, st.text(max_size=40)).filter(lambda text: not invisible_problems(text, Location(""))))
@example("- 甲")
@example("'甲'乙''")
@example("#1楼")
@example("甲: 乙")
def test_written_headlines_read_back(text):
    written = quoted_if_needed(text)
    reading = item_module._markdown_item(SourceText("甲.md", ("---", f"标题: {written}", "---", "正文")), NOWHERE)
    assert [problem.rule for problem in reading.problems] == ([] if text.split() else ["empty-field"])
    found = reading.value.headline.content if reading.value.headline else ""
    assert found == " ".join(text.split())


@pytest.mark.parametrize("key", [field.name for field in ITEM.fields])
@settings(max_examples=50, deadline=None)
@given(value=YAMLISH)
@example(value="{0\n0}")
def test_every_field_takes_anything(key, value):
    lines = (f"{key}: " + value.replace("\n", "\n  ")).split("\n")
    reading = item_module._yaml_item(SourceText("甲.yaml", tuple(lines)), NOWHERE)
    located(reading.problems, lines)
