"""Files that items name: inside the issue's folder, plain, and found by the same name on every system."""

from __future__ import annotations

import os

import pytest

from tests.support.timing import within
from zugong.diagnostics import Location, Problem
from zugong.model.prose import Text
from zugong.pictures.reading import LARGEST
from zugong.sources.figures import read_picture
from zugong.sources.item import read_item
from zugong.sources.materials import Materials

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>'


@pytest.fixture
def materials(tmp_path):
    folder = tmp_path / "root" / "issues" / "2023" / "23"
    (folder / "图片").mkdir(parents=True)
    (folder / "图片" / "甲.svg").write_text(SVG, encoding="utf-8")
    (tmp_path / "outside.svg").write_text(SVG, encoding="utf-8")
    return Materials(tmp_path / "root", folder)


def read(materials, name):
    problems = []
    picture = read_picture(Text(name, Location("甲.md", 5, 3)), materials, problems)
    assert (picture is None) == any(one.rule != "wrong-picture-ending" for one in problems)
    return [problem.rule for problem in problems]


@pytest.mark.parametrize("name", ["图片/甲.svg", "./图片/甲.svg", "图片\\甲.svg", "图片//甲.svg"])
def test_inside_the_folder(materials, name):
    assert read(materials, name) == []


@pytest.mark.parametrize(
    "name",
    [
        "../23/图片/甲.svg",
        "图片/../图片/甲.svg",
        "..\\23\\图片\\甲.svg",
        "/etc/passwd",
        "\\\\server\\a.svg",
        "C:/a.svg",
        "c:a.svg",
        "~/a.svg",
        "file:///etc/passwd",
        "http://a.cn/a.svg",
        "data:image/png;base64,AAAA",
        "",
        ".",
        "./",
        "甲" * 300,
    ],
)
def test_other_paths_are_refused_unseen(materials, name, monkeypatch):
    monkeypatch.setattr("zugong.sources.materials._walked", lambda *_: pytest.fail("looked for it"))
    assert read(materials, name) == ["bad-path"]


def test_capitals_count_even_where_the_file_system_does_not_care(materials):
    (materials.folder / "Map.svg").write_text(SVG, encoding="utf-8")
    found = materials.find(Text("map.svg", Location("甲.md")), "图片")
    assert isinstance(found, Problem)
    assert "大小写" in found.hint


def test_names_in_another_normal_form(materials):
    (materials.folder / "e\u0301.svg").write_text(SVG, encoding="utf-8")
    assert read(materials, "é.svg") == []


@pytest.mark.parametrize(("target", "rules"), [("../../../../outside.svg", ["outside-workspace"]), ("图片/甲.svg", [])])
def test_links(materials, target, rules):
    try:
        (materials.folder / "b.svg").symlink_to(target)
    except OSError:
        pytest.skip("no right to make links here")
    assert read(materials, "b.svg") == rules


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(materials):
    os.mkfifo(materials.folder / "b.svg")
    with within(1):
        assert read(materials, "b.svg") == ["not-a-file"]


def test_a_folder_is_no_picture(materials):
    assert read(materials, "图片") == ["not-a-file"]


def test_a_file_that_cannot_be_opened(materials, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "no")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert read(materials, "图片/甲.svg") == ["file-unreadable"]


def test_a_file_that_is_too_large_is_not_read_whole(materials):
    with (materials.folder / "b.png").open("wb") as stream:
        stream.truncate(LARGEST * 50)
    with within(1):
        assert read(materials, "b.png") == ["bad-picture"]


def test_the_ending_tells_nothing(materials):
    (materials.folder / "b.png").write_text(SVG, encoding="utf-8")
    assert read(materials, "b.png") == ["wrong-picture-ending"]


def test_an_attachment_keeps_its_own_places(materials):
    (materials.folder / "附件").mkdir()
    (materials.folder / "附件" / "清单.md").write_text("---\n标题: 清单\n---\n\n正文。\n", encoding="utf-8")
    (materials.folder / "01-甲.md").write_text("---\n标题: 甲\n附件: 清单\n---\n\n正文。\n", encoding="utf-8")
    reading = read_item(materials.root, materials.folder / "01-甲.md")
    assert reading.problems == ()
    (attachment,) = reading.value.extras.attachments
    assert attachment.title.origin == Location("issues/2023/23/附件/清单.md", 2, 5)
    assert attachment.body[0].origin == Location("issues/2023/23/附件/清单.md", 5, 1)
