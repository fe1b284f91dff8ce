"""Whatever characters come in: the sum holds, and the item file reads back to the character."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from zugong.diagnostics import has_errors
from zugong.intake.item_text import comment_lines, item_text
from zugong.intake.manuscript import Manuscript, Piece, RawParagraph
from zugong.intake.sorting import sort
from zugong.sources.item import read_item

TEXT = st.text(
    st.sampled_from("甲乙丙双向选择，。：（）“”\"'*_\\[]()!<>-#`|~{}&:@%= \t\n\u3000\u200b\u00a0\x07１Ａ12ab★△\u2028"),
    max_size=24,
)
PIECE = st.builds(Piece, TEXT, st.booleans(), st.sampled_from(("", "黑体", "仿宋_GB2312")), st.just(""), st.booleans())
PARAGRAPH = st.builds(
    RawParagraph,
    st.lists(PIECE, max_size=4).map(tuple),
    st.just(""),
    st.sampled_from((0.0, 16.0, 22.0)),
    st.sampled_from(("", "center", "right")),
)
MANUSCRIPTS = st.lists(PARAGRAPH, max_size=6).map(lambda paragraphs: Manuscript(tuple(paragraphs)))


@settings(max_examples=400, deadline=None)
@given(MANUSCRIPTS)
def test_the_sum(manuscript: Manuscript) -> None:
    parts = sort(manuscript, ("市内信息",), frozenset())
    assert parts.ledger.kept == parts.kept, parts.ledger


@settings(max_examples=200, deadline=None)
@given(MANUSCRIPTS)
def test_the_way_back(manuscript: Manuscript) -> None:
    import tempfile

    parts = sort(manuscript, ("市内信息",), frozenset())
    comments = comment_lines("x.docx", parts.guesses, (), parts.asides)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "01.md"
        text = item_text(parts.headline, parts.section, parts.units, parts.body, comments)
        path.write_text(text, encoding="utf-8", newline="\n")
        read = read_item(Path(folder), path)
    assert not has_errors(tuple(one for one in read.problems if one.rule != "empty-headline")), (text, read.problems)
    assert [one.content for one in read.value.body] == [one.content for one in parts.body], text
    leads = [tuple(one.content[start:stop] for start, stop in one.leads) for one in parts.body]
    assert [one.leads for one in read.value.body] == leads, text
    headline = read.value.headline.content if read.value.headline else ""
    assert headline.split() == parts.headline.split()
