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
from zugong.renderers.pdf.placing import Text, _moved, text_of
from zugong.typesetting.pages import PlacedLine, PlacedRun
from zugong.typesetting.typeset import typeset


def run(content: str, family: str = "Zg FangSong", x: float = 80.0, tracking: float = -12.5) -> PlacedRun:
    return PlacedRun(content, x, 16.0 * len(content), family, 16.0, tracking, "#000000", Accent.PLAIN)


def line(baseline: float, *runs: PlacedRun) -> PlacedLine:
    return PlacedLine(baseline, runs)


def boxes(of: Text) -> list[tuple[str, str]]:
    return [(box.family, box.content) for box in of.boxes]


def test_all_text_of_a_face_is_one_box_over_all_lines() -> None:
    lines = (line(100.0, run("截至"), run("2025", "Zg Latin", 112.0)), line(129.0, run("年底"), run("9", "Zg Latin")))
    found = text_of(lines, "·")
    assert boxes(found) == [("Zg FangSong", "截至年底"), ("Zg Latin", "20259")]
    assert [(one.box, one.count, round(one.y, 2)) for one in found.stretches] == [
        (0, 2, 133.33),
        (1, 4, 133.33),
        (0, 2, 172.0),
        (1, 1, 172.0),
    ]
    assert found.stretches[0].spacing == pytest.approx(-12.5 * 16 / 1000 / 0.75)
    assert not found.in_order


@pytest.mark.parametrize("odd", ["e\u0301", "ไทย", "\U0001f44d", "a\u200db"])
def test_what_may_be_fewer_glyphs_than_characters_stays_apart(odd: str) -> None:
    found = text_of((line(100.0, run("甲"), run(odd), run("乙")),), "·")
    assert [(box.content, stretch.count) for box, stretch in zip(found.boxes, found.stretches, strict=True)] == [
        ("甲", 1),
        (odd, 0),
        ("乙", 1),
    ]
    assert found.in_order


def test_leader_dots_are_a_box_of_their_own() -> None:
    found = text_of((line(100.0, run("标题"), run("···"), run("2", "Zg Latin")),), "·")
    assert [(box.content, box.is_leader) for box in found.boxes] == [("标题", False), ("···", True), ("2", False)]


def test_the_tracking_of_our_text_ends_with_it() -> None:
    """It would outlast the text object, and reach what an office's own template draws behind it."""
    stream = [b"/Span", {"MCID": 0}, b"BDC", b"BT", b"1 0 0 -1 9 9 Tm", b"/F 16 Tf", b"[<0001>] TJ", b"ET", b"EMC"]
    moved = list(_moved(stream, 0, {(0, 0): [b"/F 16 Tf", b"<0001> Tj"]}))
    assert moved[3:] == [b"BT", b"/F 16 Tf", b"<0001> Tj", b"0 Tc", b"ET", b"EMC"]
    assert list(_moved(stream, 1, {(0, 0): []})) == stream


def test_a_printed_issue_needs_few_boxes() -> None:
    """What press time grows with: there were 325 when each line and spacing had boxes of its own."""
    texts = markup(sheet_of(ISSUE_22), pages_of(ISSUE_22)).texts
    assert sum(len(one.boxes) for one in texts) < 80


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
    def shortened(texts: list[Text]) -> list[Text]:
        first, *others = texts
        stretches = (replace(first.stretches[0], count=2), *first.stretches[1:])
        return [replace(first, stretches=stretches), *others]

    with pytest.raises(RuntimeError, match="甲乙丙"):
        rendered(monkeypatch, shortened)


def test_text_that_is_not_there_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RuntimeError, match="did not draw all"):
        rendered(monkeypatch, lambda texts: [*texts, texts[0]])
