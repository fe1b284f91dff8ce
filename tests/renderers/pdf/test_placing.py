"""The text that WeasyPrint is given in another order than it is read, and how it is put in order again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.support.everything import text, with_blocks
from tests.support.pdf import drawn_characters, require_pango
from tests.support.printed import ISSUE_22, faces, pages_of, sheet_of
from zugong.model.styles import Accent, Role
from zugong.renderers import pdf
from zugong.renderers.pdf import archive
from zugong.renderers.pdf.markup import markup
from zugong.renderers.pdf.placing import Text, _moved, specimens, text_of
from zugong.typesetting.pages import PlacedLine, PlacedRun
from zugong.typesetting.typeset import typeset


def run(content: str, family: str = "Zg FangSong", x: float = 80.0, tracking: float = -12.5) -> PlacedRun:
    return PlacedRun(content, x, 16.0 * len(content), family, 16.0, tracking, "#000000", Accent.PLAIN)


def line(baseline: float, *runs: PlacedRun) -> PlacedLine:
    return PlacedLine(baseline, runs)


def boxes(of: Text) -> list[tuple[str, str]]:
    return [(box.family, box.content) for box in of.boxes]


def test_of_plain_text_one_character_is_asked_for_and_the_rest_once() -> None:
    lines = (line(100.0, run("截至"), run("25", "Zg Latin", 112.0)), line(129.0, run("年底"), run("9", "Zg Latin")))
    found = text_of(lines, "·")
    assert boxes(found) == [("Zg FangSong", "截")]
    assert [(one.box, one.family, one.content, round(one.y, 2)) for one in found.stretches] == [
        (0, "Zg FangSong", "截至", 133.33),
        (0, "Zg Latin", "25", 133.33),
        (0, "Zg FangSong", "年底", 172.0),
        (0, "Zg Latin", "9", 172.0),
    ]
    assert found.stretches[0].spacing == pytest.approx(-12.5 * 16 / 1000 / 0.75)
    assert specimens([found, found]) == {"Zg FangSong": "截至年底", "Zg Latin": "259"}


@pytest.mark.parametrize("odd", ["e\u0301", "ไทย", "\U0001f44d", "a\u200db"])
def test_what_may_be_fewer_glyphs_than_characters_is_drawn_by_weasyprint(odd: str) -> None:
    found = text_of((line(100.0, run("甲甲"), run(odd), run("乙乙")),), "·")
    assert [(box.content, stretch.content) for box, stretch in zip(found.boxes, found.stretches, strict=True)] == [
        ("甲", "甲甲"),
        (odd, ""),
        ("乙", "乙乙"),
    ]
    assert specimens([found]) == {"Zg FangSong": "甲乙"}


def test_so_is_what_no_face_has() -> None:
    assert boxes(text_of((line(100.0, run("甲甲"), run("乙乙", "")),), "·")) == [("Zg FangSong", "甲"), ("", "乙乙")]


def test_leader_dots_are_a_box_of_their_own() -> None:
    found = text_of((line(100.0, run("标题"), run("···"), run("2", "Zg Latin")),), "·")
    assert [(box.content, box.is_leader) for box in found.boxes] == [("标", False), ("·", True), ("2", False)]


def test_a_character_that_is_asked_for_is_never_a_blank() -> None:
    lines = (line(100.0, run("\u3000\u3000\u3000"), run(" 12", "Zg Latin")),)
    found = text_of(lines, "·")
    assert boxes(found) == [("Zg Latin", "1")]
    assert [one.content for one in found.stretches] == [" 12"], "of another face nothing need be drawn"
    spaced = text_of((line(100.0, run("甲"), run("\u3000"), run("乙")),), "·")
    assert [one.content for one in spaced.stretches] == ["甲", "\u3000", "乙"], "else words would run together"
    assert boxes(text_of((line(100.0, run("\u3000\u3000")),), "·")) == [("Zg FangSong", "\u3000")]


def test_the_tracking_of_our_text_ends_with_it() -> None:
    """It would outlast the text object, and reach what an office's own template draws behind it."""
    stream = [b"/Span", {"MCID": 0}, b"BDC", b"BT", b"1 0 0 -1 9 9 Tm", b"/F 16 Tf", b"[<0001>] TJ", b"ET", b"EMC"]
    moved = list(_moved(stream, 0, {(0, 0): [b"/F 16 Tf", b"<0001> Tj"]}))
    assert moved[3:] == [b"BT", b"/F 16 Tf", b"<0001> Tj", b"0 Tc", b"ET", b"EMC"]
    assert list(_moved(stream, 1, {(0, 0): []})) == stream


def test_a_printed_issue_needs_few_boxes() -> None:
    """What press time grows with: there were 325 when each line and spacing had boxes of its own."""
    texts = markup(sheet_of(ISSUE_22), pages_of(ISSUE_22)).texts
    assert sum(len(one.boxes) for one in texts) < 60


ODD = "e\u0301零\u200b宽葛\U000e0100城\u3000か\u3099①㎡²…—“”"


def test_odd_characters_are_drawn_like_any_others() -> None:
    require_pango()
    sheet = with_blocks(text(Role.BODY, f"前{ODD}后"))
    drawn = "".join(one.text for one in drawn_characters(pdf.render(sheet, typeset(sheet, faces())))[0])
    assert drawn.startswith("前e")
    assert "①㎡²…—“”后" in drawn


def rendered(monkeypatch: pytest.MonkeyPatch, change: Any) -> bytes:
    """A page drawn with texts that are not those of the HTML."""
    require_pango()
    place = archive.place
    monkeypatch.setattr(archive, "place", lambda document, made, texts: place(document, made, change(texts)))
    sheet = with_blocks(text(Role.BODY, "甲乙丙。"))
    return pdf.render(sheet, typeset(sheet, faces()))


def test_a_glyph_too_many_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def longer(texts: list[Text]) -> list[Text]:
        first, *others = texts
        stretches = (replace(first.stretches[0], content="甲乙丙丁。"), *first.stretches[1:])
        return [replace(first, stretches=stretches), *others]

    with pytest.raises(RuntimeError, match="甲乙丙丁。"):
        rendered(monkeypatch, longer)


def test_text_that_is_not_there_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RuntimeError, match="did not draw all"):
        rendered(monkeypatch, lambda texts: [*texts, texts[0]])
