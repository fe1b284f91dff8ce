"""Finding official faces: names in font files, places to look, the memory of what was found, the choice for a role."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fonts.official import FANGSONG, HEI, LATIN, LATIN_BOLD, SONG, TITLE, disguised, install, install_collection
from tests.support.command_line import small_workspace, zugong
from tests.support.pdf import drawn_characters, require_pango
from tests.support.printed import styles
from zugong.diagnostics import Severity
from zugong.fonts import installed, user_cache
from zugong.fonts.choosing import choose, distinct
from zugong.fonts.faces import faces_for
from zugong.fonts.name_table import FaceNames, faces_in
from zugong.fonts.official import names_to_try
from zugong.fonts.places import font_files, font_folders
from zugong.fonts.substitutes import substitution_problems
from zugong.fonts.user_cache import usual_folder

# ---- name tables ----


def test_names_in_every_language_are_read(tmp_path: Path) -> None:
    install(tmp_path, FANGSONG)
    (face,) = faces_in(tmp_path / "FangSong_GB2312.ttf")
    assert face.names == ("FangSong_GB2312", "仿宋_GB2312")
    assert (face.chinese, face.postscript) == ("仿宋_GB2312", "FangSong_GB2312")
    assert (face.weight, face.italic, face.outlines, face.index) == (400, False, "truetype", 0)


@pytest.mark.parametrize(
    ("platform", "encoding", "language"), [(3, 1, 2052), (3, 3, 2052), (1, 25, 33), (0, 3, 0)], ids=str
)
def test_names_in_every_encoding_are_read(tmp_path: Path, platform: int, encoding: int, language: int) -> None:
    """Windows, old Windows, Macintosh, Unicode."""
    font = disguised(LATIN)
    font["name"].names = []
    font["name"].setName("方正小标宋简体", 1, platform, encoding, language)
    font.save(tmp_path / "font.ttf")
    assert [face.chinese for face in faces_in(tmp_path / "font.ttf")] == ["方正小标宋简体"]


def test_a_collection_has_several_faces(tmp_path: Path) -> None:
    install_collection(tmp_path / "two.ttc", SONG, HEI)
    assert [(face.index, face.chinese) for face in faces_in(tmp_path / "two.ttc")] == [(0, "宋体"), (1, "黑体")]


@pytest.mark.parametrize("content", [b"", b"ttcf", b"ttcf\0\1\0\0\xff\xff\xff\xff", b"\0\1\0\0\xff\xff" + b"\xff" * 90])
def test_a_broken_file_has_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(content)
    assert faces_in(path) == ()
    assert faces_in(tmp_path / "nowhere.ttf") == ()


def test_a_file_cut_short_anywhere_does_no_harm(tmp_path: Path) -> None:
    install(tmp_path, LATIN)
    whole = (tmp_path / "TimesNewRomanPSMT.ttf").read_bytes()
    for length in range(0, 2000, 37):
        path = tmp_path / "cut.ttf"
        path.write_bytes(whole[:length])
        faces_in(path)


# ---- places ----


def test_places_of_each_system() -> None:
    home = Path("/home/me")
    assert font_folders("linux", {}, home)[:2] == (home / ".fonts", home / ".local/share/fonts")
    assert Path("/opt/kingsoft") in font_folders("linux", {}, home)
    assert font_folders("linux", {"XDG_DATA_HOME": "/data"}, home)[1] == Path("/data/fonts")
    assert home / "Library/Fonts" in font_folders("darwin", {}, home)
    windows = font_folders("win32", {"WINDIR": "D:/Windows", "LOCALAPPDATA": "D:/Local"}, home)
    assert windows == (Path("D:/Windows/Fonts"), Path("D:/Local/Microsoft/Windows/Fonts"))


def test_places_of_caches() -> None:
    home = Path("/home/me")
    assert usual_folder("linux", {}, home) == home / ".cache/zugong"
    assert usual_folder("linux", {"XDG_CACHE_HOME": "/c"}, home) == Path("/c/zugong")
    assert usual_folder("darwin", {}, home) == home / "Library/Caches/zugong"
    assert usual_folder("win32", {"LOCALAPPDATA": "D:/Local"}, home) == Path("D:/Local/zugong/Cache")


def test_who_has_no_home_has_no_folders_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container that runs under a number nobody gave a name."""

    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nowhere)
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert all(file.is_absolute() for file in font_files(None))
    folder = user_cache.cache_folder()
    assert folder.is_dir()
    assert folder == user_cache.cache_folder()


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_places_of_who_has_no_home(platform: str) -> None:
    assert usual_folder(platform, {}, None) is None
    given = {"XDG_DATA_HOME": "/data", "XDG_CACHE_HOME": "/c", "LOCALAPPDATA": "/l"}
    assert bool(usual_folder(platform, given, None)) == (platform != "darwin")
    assert len(font_folders(platform, given, None)) == {"linux": 4, "darwin": 3, "win32": 2}[platform]


def test_a_cache_that_cannot_be_written_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(user_cache, "usual_folder", lambda *_: blocked / "zugong")
    folder = user_cache.cache_folder()
    assert folder.is_dir()
    assert folder == user_cache.cache_folder()
    assert tmp_path not in folder.parents


def test_the_workspace_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zugong.fonts.places.font_folders", lambda *_: (tmp_path / "system",))
    for name in ("system/b.ttf", "system/deep/a.TTC", "issues/fonts/z.otf", "system/readme.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    found = [path.relative_to(tmp_path).as_posix() for path in font_files(tmp_path)]
    assert found == ["issues/fonts/z.otf", "system/b.ttf", "system/deep/a.TTC"]


# ---- memory ----


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no fonts but the workspace's, and a cache of its own."""
    monkeypatch.setattr("zugong.fonts.places.font_folders", lambda *_: ())
    monkeypatch.setattr(user_cache, "usual_folder", lambda *_: tmp_path / "cache")
    install(tmp_path / "issues" / "fonts", FANGSONG)
    return tmp_path


def test_a_file_is_read_once_until_it_changes(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counting(path: Path) -> tuple[FaceNames, ...]:
        read.append(path.name)
        return faces_in(path)

    monkeypatch.setattr(installed, "faces_in", counting)
    first = installed.installed_faces(machine, {})
    assert [face.chinese for face in first] == ["仿宋_GB2312"]
    assert installed.installed_faces(machine, {}) == first
    assert read == ["FangSong_GB2312.ttf"]
    os.utime(machine / "issues/fonts/FangSong_GB2312.ttf", ns=(1, 1))
    assert installed.installed_faces(machine, {}) == first
    assert len(read) == 2


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"a": 1}', '{"a": [[1, 2], [[1]]]}', "\x00"])
def test_a_spoilt_memory_is_made_anew(machine: Path, content: str) -> None:
    first = installed.installed_faces(machine, {})
    (memory,) = (machine / "cache").glob("faces-*.json")
    memory.write_text(content, encoding="utf-8")
    assert installed.installed_faces(machine, {}) == first
    assert json.loads(memory.read_text(encoding="utf-8"))


def test_the_switch_leaves_installed_faces_alone(machine: Path) -> None:
    assert installed.installed_faces(machine, {"ZUGONG_FONTS": "shipped"}) == ()
    assert os.environ["ZUGONG_FONTS"] == "shipped", "the tests make the same pages on every machine"


# ---- the choice ----


def face(name: str, **changes: object) -> FaceNames:
    plain = FaceNames(f"/fonts/{name}.ttf", 0, (name,), name, name, 400, italic=False, outlines="truetype")
    return replace(plain, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("there", "chosen"),
    [
        (("仿宋", "仿宋_GB2312", "方正仿宋_GBK"), "仿宋_GB2312"),
        (("方正仿宋_GBK", "FangSong"), "FangSong"),
        (("FZFSK--GBK1-0", "楷体"), "FZFSK--GBK1-0"),
        (("STFANGSONG",), "STFANGSONG"),
        (("楷体", "宋体"), None),
        ((), None),
    ],
)
def test_the_order_of_the_sheet_then_of_the_kind(there: tuple[str, ...], chosen: str | None) -> None:
    choice = choose(styles().face("仿宋"), [face(name) for name in there])
    assert (choice.file.title if choice.file else None) == chosen


def test_another_kind_is_no_substitute() -> None:
    """sheet.yaml names 宋体 last for 小标宋, for Word; the shipped bold face is nearer."""
    assert choose(styles().face("小标宋"), [face("宋体")]).file is None
    assert names_to_try("方正小标宋简体", ("宋体",))[-1][0] == "华文中宋"


def test_an_unknown_name_of_an_own_sheet_is_looked_for() -> None:
    role = replace(styles().face("仿宋"), office_name="方正公文仿宋")
    choice = choose(role, [face("方正公文仿宋"), face("仿宋_GB2312")])
    assert choice.file is not None
    assert (choice.file.title, choice.exact) == ("方正公文仿宋", True)


def test_bold_is_a_face_of_its_own_where_there_is_one() -> None:
    faces = [face("Times New Roman", weight=700, path="/fonts/timesbd.ttf", postscript="Bold"), face("Times New Roman")]
    faces.append(face("Times New Roman", italic=True, path="/fonts/timesi.ttf"))
    regular, bold = choose(styles().face("西文"), faces).file, choose(styles().face("西文加粗"), faces).file
    assert regular is not None
    assert bold is not None
    assert (Path(regular.path).name, regular.grown) == ("Times New Roman.ttf", False)
    assert (Path(bold.path).name, bold.grown) == ("timesbd.ttf", False)
    only = choose(styles().face("西文加粗"), faces[1:]).file
    assert only is not None
    assert only.grown


def test_postscript_outlines_are_refused() -> None:
    cff = face("Adobe Fangsong Std", outlines="postscript")
    choice = choose(styles().face("仿宋"), [cff])
    assert (choice.file, choice.refused) == (None, (cff,))
    messages = [problem.message for problem in substitution_problems(faces_for(styles(), [cff]))]
    assert messages[0] == "Adobe Fangsong Std 是 PostScript 轮廓（OTF）的字体，PDF 会印成空白，用随附仿宋代替"


def test_files_that_call_themselves_alike_are_told_apart() -> None:
    roles = (styles().face("仿宋"), styles().face("楷体"))
    faces = [face("仿宋_GB2312", postscript="Same"), face("楷体_GB2312", postscript="Same")]
    families = [choice.file.family for choice in distinct(choose(role, faces) for role in roles) if choice.file]
    assert families == ["Same", "Same 2"]


def test_widths_come_from_the_face_that_is_used(tmp_path: Path) -> None:
    install(tmp_path, replace(LATIN, source="ofl/ZgLatin-Bold.ttf"))
    faces = faces_for(styles(), faces_in(tmp_path / "TimesNewRomanPSMT.ttf"))
    own, shipped = faces.glyph("西文", "m"), faces_for(styles()).glyph("西文", "m")
    assert own is not None
    assert shipped is not None
    assert own.family == "TimesNewRomanPSMT"
    assert own.advance > shipped.advance


def test_what_an_installed_face_lacks_the_shipped_ones_set(tmp_path: Path) -> None:
    install(tmp_path, replace(LATIN, chinese="仿宋_GB2312", english="FangSong_GB2312", postscript="FangSong_GB2312"))
    faces = faces_for(styles(), faces_in(tmp_path / "FangSong_GB2312.ttf"))
    glyph = faces.glyph("仿宋", "祎")
    assert glyph is not None
    assert (glyph.family, glyph.substituted) == ("Zg FangSong", True) or glyph.family == "Zg Song"


# ---- what is told ----


def test_each_missing_face_is_named_once() -> None:
    problems = substitution_problems(faces_for(styles()))
    assert [problem.message for problem in problems] == [
        "仿宋_GB2312 未安装，用随附仿宋代替",
        "楷体_GB2312 未安装，用随附楷体代替",
        "黑体 未安装，用随附黑体代替",
        "宋体 未安装，用随附宋体代替",
        "方正小标宋简体 未安装，用随附宋体加粗代替",
        "Times New Roman 未安装，用随附西文代替",
    ]
    assert {problem.severity for problem in problems} == {Severity.HINT}
    strict = substitution_problems(faces_for(styles()), {"Zg Hei"}, strict=True)
    assert [(problem.severity, problem.message) for problem in strict] == [
        (Severity.ERROR, "黑体 未安装，用随附黑体代替")
    ]


def test_a_second_choice_is_named_too() -> None:
    problems = substitution_problems(faces_for(styles(), [face("仿宋"), face("方正小标宋简体"), face("黑体")]))
    messages = [problem.message for problem in problems]
    assert "仿宋_GB2312 未安装，用仿宋代替" in messages
    assert not any(message.startswith(("黑体", "方正小标宋简体")) for message in messages)


def test_installed_faces_stand_before_the_shipped_ones(tmp_path: Path) -> None:
    install(tmp_path, TITLE, LATIN, LATIN_BOLD)
    faces = faces_for(styles(), [one for file in sorted(tmp_path.iterdir()) for one in faces_in(file)])
    chains = dict(faces.chains)
    assert chains["小标宋"][:2] == ("FZXBSJW--GB1-0", "Zg Song Bold")
    assert chains["西文加粗"][0] == "TimesNewRomanPS-BoldMT"
    assert chains["仿宋"][0] == "Zg FangSong"


# ---- building ----


def test_a_build_names_substitutes_once_and_strict_fonts_refuses(tmp_path: Path) -> None:
    require_pango()
    root = small_workspace(tmp_path)
    ran = zugong("build", "--pdf", cwd=root)
    assert ran.code == 0, ran.output
    assert ran.output.count("仿宋_GB2312 未安装，用随附仿宋代替") == 1
    assert "楷体" in ran.output, "（县图书馆）"
    strict = zugong("build", "--pdf", "--strict-fonts", cwd=root)
    assert strict.code == 1
    assert "错误 仿宋_GB2312 未安装，用随附仿宋代替 [missing-face]" in strict.output
    assert "没有生成" in strict.output
    assert zugong("build", "--docx", "--strict-fonts", cwd=root).code == 0, "DOCX names the official faces anyway"


def test_a_build_uses_the_workspaces_own_fonts(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    require_pango()
    monkeypatch.delenv("ZUGONG_FONTS")
    root = small_workspace(machine)
    ran = zugong("build", "--pdf", cwd=root)
    assert ran.code == 0, ran.output
    assert "仿宋_GB2312" not in ran.output
    assert "黑体 未安装，用随附黑体代替" in ran.output
    (file,) = (root / "build").glob("*.pdf")
    fonts = {one.font for page in drawn_characters(file.read_bytes()) for one in page}
    assert {"FangSong_GB2312", "FangSong_GB2312 Grown"} <= fonts
    assert "Zg FangSong" not in fonts
