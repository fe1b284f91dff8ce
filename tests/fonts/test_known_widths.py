"""What is known of the shipped faces beforehand is what their files say."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.support.printed import ROOT
from zugong.fonts import widths
from zugong.fonts.faces import SHIPPED, file_of, measured
from zugong.fonts.widths import TABLE, known_widths
from zugong.resources import font_dir


@pytest.mark.parametrize("family", SHIPPED)
def test_every_character_is_as_wide_as_its_file_says(family: str) -> None:
    path = file_of(family)
    known, font = known_widths(family, str(path)), measured(str(path), 0)
    assert known
    glyphs = ((chr(point), font.get_nominal_glyph(point)) for point in font.face.unicodes)
    wanted = {one: font.get_glyph_h_advance(glyph) / font.face.upem for one, glyph in glyphs if glyph}
    found = dict.fromkeys(known.characters, known.usual) | known.others
    assert found == wanted
    some = [*sorted(found)[::50], "\U0001f600", "\t"]
    assert [known.advance(one) for one in some] == [wanted.get(one) for one in some]


def test_the_table_is_what_the_tool_makes() -> None:
    command = [sys.executable, ROOT / "tools" / "make_widths.py"]
    made = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, check=True)
    assert made.stdout == (font_dir() / TABLE).read_bytes(), "run tools/make_widths.py"


def test_another_file_of_that_name_is_measured_itself(tmp_path, monkeypatch) -> None:
    elsewhere = tmp_path / "ZgHei.ttf"
    shutil.copy(file_of("Zg Hei"), elsewhere)
    assert known_widths("Zg Hei", str(elsewhere)) is None
    assert known_widths("某体", str(file_of("Zg Hei"))) is None
    monkeypatch.setattr(widths, "font_dir", lambda: tmp_path)
    assert known_widths("Zg Hei", str(elsewhere))
    with elsewhere.open("ab") as file:
        file.write(b"\0")
    assert known_widths("Zg Hei", str(elsewhere)) is None


def test_lines_break_without_harfbuzz() -> None:
    code = (
        "import sys\n"
        "from tests.support.printed import ISSUE_22, pages_of\n"
        "assert len(pages_of(ISSUE_22).pages) == 6\n"
        "assert 'uharfbuzz' not in sys.modules\n"
    )
    environment = {"PYTHONPATH": str(ROOT), "ZUGONG_FONTS": "shipped", "PATH": ""}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True)
