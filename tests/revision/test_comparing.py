"""Whatever is edited: taking the insertions gives B, leaving them out gives A, to the character; also in the DOCX."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from zugong.layout.sheet import DocumentInfo, Sheet
from zugong.model.styles import Accent, Role
from zugong.renderers.docx.redline import redline
from zugong.revision.comparing import Change, RevisedParagraph, compare
from zugong.revision.passages import Passage
from zugong.revision.summary import count
from zugong.sources.styles import read_styles
from zugong.typesetting.pages import Page, Pages

NS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROLES = (Role.BODY, Role.BODY, Role.BODY, Role.HEADLINE, Role.SECTION)
TEXT = st.text(st.sampled_from("甲乙丙丁的，。12ab\t“”"), max_size=14)
RUNS = st.lists(st.tuples(TEXT, st.sampled_from((Accent.PLAIN, Accent.LEAD))), max_size=3)
PASSAGES = st.lists(st.builds(Passage, st.sampled_from(ROLES), RUNS.map(tuple)), min_size=1, max_size=5)


def side(paragraphs: tuple[RevisedParagraph, ...], without: Change) -> list[tuple[Role, str]]:
    """One of the two texts, as an office program makes it: an end that goes joins its paragraph to the next."""
    found, text = [], ""
    for paragraph in paragraphs:
        text += "".join(span.content for span in paragraph.spans if span.change is not without)
        if paragraph.end is not without:
            found.append((paragraph.role, text))
            text = ""
    return found


def plain(passages: list[Passage]) -> list[str]:
    return [one.content for one in passages]


@settings(max_examples=300, deadline=None)
@given(PASSAGES, PASSAGES)
def test_both_sides_come_back(before: list[Passage], after: list[Passage]) -> None:
    paragraphs = compare(before, after)
    assert [text for _, text in side(paragraphs, Change.DELETED)] == plain(after)
    assert [text for _, text in side(paragraphs, Change.INSERTED)] == plain(before)
    assert [role for role, _ in side(paragraphs, Change.DELETED)] == [one.role for one in after]
    assert paragraphs[-1].end is Change.KEPT


def edited(text: str, chance: random.Random) -> str:
    """An editor's work: phrases out, phrases in, sentences moved."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(("", "进一步", "2024年，", "。\n")) + text[at + chance.randint(0, 12) :]
    return text


def passages(text: str) -> list[Passage]:
    return [Passage(Role.BODY, ((line, Accent.PLAIN),)) for line in text.split("\n")]


def texts_of(document: bytes, without: str) -> list[str]:
    """word/document.xml with all changes of one kind taken away, by the rules of the standard."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    found, text = [], ""
    for paragraph in root.iter(f"{NS}p"):
        for piece in paragraph.iter(f"{NS}t", f"{NS}delText", f"{NS}tab"):
            kinds = {one.tag.removeprefix(NS) for one in piece.iterancestors()}
            if without not in kinds and "tabs" not in kinds:
                text += "\t" if piece.tag == f"{NS}tab" else piece.text
        if paragraph.find(f"{NS}pPr/{NS}rPr/{NS}{without}") is None:
            found.append(text)
            text = ""
    return found


def document(before: list[Passage], after: list[Passage]) -> bytes:
    from tests.support.command_line import ROOT

    styles = read_styles(ROOT).value
    assert styles is not None
    sheet = Sheet(DocumentInfo("花脸稿", "某县图书馆", date(2026, 1, 5)), styles, (), "")
    pages = Pages(styles.page, (Page(1, (), (), (), (), 0),), (), 0)
    return redline(sheet, pages, compare(before, after), "李编辑", datetime(2026, 1, 5, tzinfo=UTC))


def test_the_docx_gives_both_sides_on_random_edits() -> None:
    chance = random.Random(7)
    text = "精准选人。组织120名干部下沉一线，走访群众3400余户。\n从严管理。建立“一人一档”，按季分析。\n投入86.5万元。"
    for _ in range(40):
        after = edited(text, chance)
        made = document(passages(text), passages(after))
        assert texts_of(made, "del") == after.split("\n")
        assert texts_of(made, "ins") == text.split("\n")


def test_the_docx_is_valid() -> None:
    from tests.support.docx_verify import faults

    made = document(passages("原来的文字。\n第二段。"), passages("改后的文字。\n新的一段。\n第二段。"))
    assert not faults(made)


def test_a_number_changes_as_a_whole() -> None:
    (paragraph,) = compare(passages("意见170余条"), passages("意见180余条"))
    assert [(span.content, span.change) for span in paragraph.spans] == [
        ("意见", Change.KEPT),
        ("170", Change.DELETED),
        ("180", Change.INSERTED),
        ("余条", Change.KEPT),
    ]


def test_the_numbers() -> None:
    assert count(compare(passages("甲乙丙丁"), passages("甲丁戊"))).chinese == "改动 1 处，增 2 字，删 3 字"
    assert count(compare(passages("甲"), passages("甲"))).chinese == "没有改动"
