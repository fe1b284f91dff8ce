"""Text → the lines of one body paragraph under a rule set."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from tests.support.printed import faces, styles
from zugong.model.styles import Accent, LineRules, Role
from zugong.typesetting.cells import Cell, cell_of
from zugong.typesetting.pages import PlacedRun
from zugong.typesetting.setting import set_line
from zugong.typesetting.sharing import with_shared_cells
from zugong.typesetting.strips import Setter

MARKS = "，。、；：？！“”‘’（）《》〈〉【】—…·～％%℃‰"
OTHERS = "0123456789abcXYZ -+./,:;()²△★①℃㎡　"
HAN = "".join((Path(__file__).parents[1] / "data" / "tonggui-8105.txt").read_text(encoding="utf-8").split())

random_text = st.lists(
    st.one_of(
        st.text(st.sampled_from(HAN), min_size=1, max_size=12),
        st.text(st.sampled_from(MARKS), min_size=1, max_size=3),
        st.text(st.sampled_from(OTHERS), min_size=1, max_size=6),
        st.sampled_from(["——", "……", "2023年", "116名", "98.5%", "3万元", "”，", "。”", "：“", "GB/T 9704"]),
    ),
    max_size=60,
).map("".join)
"words, marks and numbers of the whole repertoire in any order"


@cache
def setter(rules: LineRules) -> Setter:
    """Sets in the shipped faces."""
    return Setter(replace(styles(), line_rules=rules), faces())


def cells(text: str, rules: LineRules = LineRules.MATCHED) -> tuple[Cell, ...]:
    """The cells of body text."""
    plain = tuple(cell_of(character, "仿宋", 16.0, Accent.PLAIN, faces()) for character in text)
    return with_shared_cells(plain, 16.0) if rules is LineRules.FINE else plain


def ranges(text: str, rules: LineRules, indent: float = 0.0) -> tuple[tuple[int, int], ...]:
    """The lines as ranges of characters; `indent` of the first line, pt."""
    width = styles().page.type_width
    return setter(rules).ranges(cells(text, rules), Role.BODY, width - indent, width)


def lines(text: str, rules: LineRules) -> list[str]:
    """The lines of a paragraph without indent."""
    return [text[start:stop] for start, stop in ranges(text, rules)]


def placed(text: str, rules: LineRules) -> list[tuple[PlacedRun, ...]]:
    """The placed runs of each line."""
    measure = setter(rules).measure(Role.BODY)
    all_cells, found = cells(text, rules), ranges(text, rules)
    return [set_line(all_cells[start:stop], measure, last=stop == found[-1][1]) for start, stop in found]
