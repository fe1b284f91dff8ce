"""What the press refuses: the network, files, a face that Pango took for another; and what it keeps of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.pdf import require_pango
from tests.support.printed import ROOT
from zugong.fonts import user_cache
from zugong.renderers.pdf import fontconfig
from zugong.renderers.pdf.fontconfig import own_fontconfig
from zugong.renderers.pdf.press import Drawing, PdfUnavailable, press

PAGE = '<!doctype html><html lang="zh-CN"><title>题</title><p style="font-family:\'{face}\'">组工信息</p>'


def drawing(html: str, *families: str) -> Drawing:
    return Drawing(html, [], {}, (), frozenset(families), {}, {}, {}, any_html=True)


def test_a_face_that_is_not_there_is_noticed() -> None:
    """Pango would silently take another."""
    require_pango()
    assert press(drawing(PAGE.format(face="Zg FangSong"), "Zg FangSong")).content.startswith(b"%PDF-")
    with pytest.raises(PdfUnavailable, match="字体 Nowhere 没有用上") as refused:
        press(drawing(PAGE.format(face="Nowhere"), "Nowhere"))
    assert "zugong doctor" in str(refused.value)


@pytest.mark.parametrize("url", ["file:///etc/hostname", "http://example.org/x.png", "zugong-face:0"])
def test_nothing_is_fetched(url: str, tmp_path: Path) -> None:
    require_pango()
    plain = PAGE.format(face="Zg FangSong")
    with_link = plain + f'<link rel="attachment" href="{url}"><img src="{url}" alt="">'
    content = press(drawing(with_link, "Zg FangSong")).content
    assert b"/EmbeddedFile" not in content
    assert b"/Image" not in content


def test_two_processes_may_begin_at_the_same_time(tmp_path: Path) -> None:
    """Both make the private fontconfig and its cache, in an empty folder."""
    require_pango()
    code = (
        "from tests.renderers.pdf.test_guards import *; import hashlib;"
        "print(hashlib.md5(press(drawing(PAGE.format(face='Zg FangSong'), 'Zg FangSong')).content).hexdigest())"
    )
    environment = {**os.environ, **dict.fromkeys(("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"), str(tmp_path))}
    both = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=environment, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    results = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert results[0] == results[1] != b""
    (config,) = tmp_path.rglob("fonts.conf")
    assert str(ROOT) in config.read_text(encoding="utf-8")
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_cache_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "faces.json"
    user_cache.write_cache(file, "one")
    user_cache.write_cache(file, "two")
    assert file.read_text(encoding="utf-8") == "two"
    assert list(tmp_path.iterdir()) == [file]
    user_cache.write_cache(tmp_path / "nowhere" / "faces.json", "three")


def test_what_fontconfig_is_told_is_told_to_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice, started by whoever uses this program, ends where it finds no faces."""
    monkeypatch.setenv("FONTCONFIG_FILE", "mine")
    monkeypatch.delenv("FONTCONFIG_SYSROOT", raising=False)
    for shipped in (True, False):
        with own_fontconfig(shipped=shipped):
            assert Path(os.environ["FONTCONFIG_FILE"]).is_file()
        assert os.environ["FONTCONFIG_FILE"] == "mine"
        assert "FONTCONFIG_SYSROOT" not in os.environ


@pytest.mark.parametrize(("version", "rooted"), [(0, False), (21301, False), (21400, True), (21701, True)])
def test_only_a_fontconfig_that_was_tried_is_given_a_root(
    version: int, rooted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fontconfig, "_version", lambda: version)
    fontconfig._without_faces.cache_clear()
    try:
        assert ("FONTCONFIG_SYSROOT" in fontconfig._without_faces()) is rooted
    finally:
        fontconfig._without_faces.cache_clear()
