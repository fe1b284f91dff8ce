"""Templates of an office's own: whatever is wrong with one is told with its line, in Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest

from zugong.templating import TemplateError, TemplateFault, render_template

VALUES = {"info": None, "name": "甲"}


def fault(own: Path, content: str | bytes, name: str = "masthead.html") -> TemplateFault:
    data = content.encode() if isinstance(content, str) else content
    (own / name).write_bytes(data)
    with pytest.raises(TemplateError) as raised:
        render_template(name, VALUES, own)
    return raised.value.fault


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{% blok before %}", "没有“blok”这个指令，或者前后不成对"),
        ("{% endfor %}", "没有“endfor”这个指令，或者前后不成对"),
        ("{{ name | shout }}", "没有“shout”这个过滤器"),
        ("{{ nmae }}", "没有“nmae”这个值"),
        ("{{ name.size }}", "没有“size”这个值"),
        ("{{ name + }}", "{{ }} 或 {% %} 没有写完"),
        ("{{ name } }}", "“}”写得不是地方"),
        ("{{ 1 / 0 }}", "模板写法有误，算不出来"),
        ("{{ name.__class__.__mro__ }}", "用了不许用的东西"),
        ('{% include "stars.html" %}', "找不到“stars.html”"),
        ('{% include "../bulletin.yaml" %}', "找不到“../bulletin.yaml”"),
        ('{% include "masthead.html" %}', "模板套着自己，没有完"),
        ("{% for one in range(10 ** 9) %}{% endfor %}", "模板写法有误，算不出来"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(line: str, what: str, tmp_path: Path) -> None:
    found = fault(tmp_path, f"<p>\n\n{line}\n</p>\n")
    assert (found.name, found.line, found.message) == ("masthead.html", 3, what)
    assert found.hint


def test_the_end_is_missing(tmp_path: Path) -> None:
    found = fault(tmp_path, "{% block before %}\n<b>\n")
    assert (found.line, found.message) == (2, "没有写完，缺“endblock”")


def test_other_encodings_are_told(tmp_path: Path) -> None:
    found = fault(tmp_path, "报头".encode("gb18030"))
    assert (found.name, found.line, found.message) == ("masthead.html", 0, "文件不是 UTF-8 编码")


def test_a_fault_further_down_is_told_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "star.html").write_text("<b>\n{{ size }}\n", encoding="utf-8")
    found = fault(tmp_path, '{% include "star.html" %}')
    assert (found.name, found.line) == ("star.html", 2)


def test_what_fails_without_an_own_template_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="page") as raised:
        render_template("pages.css", {}, tmp_path)
    assert not isinstance(raised.value, TemplateError)


def test_an_own_template_may_extend_the_shipped_one(tmp_path: Path) -> None:
    own = '{% extends "shipped/page.html" %}{% block before %}{{ name }}{% endblock %}'
    (tmp_path / "page.html").write_text(own, encoding="utf-8")
    assert "<footer>甲</footer>" in render_template("page.html", {"name": "甲", "furniture": ()}, tmp_path)
