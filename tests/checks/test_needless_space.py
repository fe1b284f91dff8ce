"""What white space is needless, beside one pattern that says all of it and takes a millisecond to compile."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from zugong.checks.marks import _in_chinese, needless_space
from zugong.checks.passages import Kind, Passage

WHOLE = re.compile(
    r"(?<=[^\0-\u02ff])[ \u00a0]+(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])[ \u00a0]+(?=[^\0-\u02ff])"
    r"|(?<=[，。、；：？！”）》])[ \u00a0\u3000]+|[ \u00a0\u3000]+(?=[，。、；：？！”）》])"
)


def by_the_pattern(text: str) -> set[int]:
    """The places of the characters that go."""
    spans = [found.span() for found in WHOLE.finditer(text)]
    return {at for start, end in spans if _is_beside_chinese(text, start, end) for at in range(start, end)}


def _is_beside_chinese(text: str, start: int, end: int) -> bool:
    return any(map(_in_chinese, (text[max(start - 1, 0) : start], text[end : end + 1])))


@settings(max_examples=3000, deadline=None)
@given(st.text("汉字5A%，。”（ \u00a0\u3000é²-,“", max_size=9))
@example("200 余个")
@example("汉字\u3000 5")
@example("5 \u3000汉，\u3000字 ")
def test_the_same_characters_go(text: str) -> None:
    passage = Passage(text, Kind.BODY, 0, (), (), (), (), ())
    found = {at for one in needless_space(passage, None) for at in range(one.start, one.end)}  # type: ignore[arg-type]
    assert found == by_the_pattern(text)
