"""Sixty-four DOCX of several producers: nothing is lost, and what matters is recognised."""

from __future__ import annotations

import io
import random
import re
import zipfile
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from tests.support.submissions import Made, handwritten, submission, with_python_docx
from zugong.diagnostics import Location
from zugong.intake.docx_file import read_docx
from zugong.intake.escaping import markup
from zugong.intake.parts import Sorted
from zugong.intake.sorting import sort
from zugong.sources.markdown import read_body
from zugong.sources.nodes import Line

DATA = Path(__file__).resolve().parents[1] / "data" / "intake"
SECTIONS = ("市内信息", "市外参考")


@cache
def corpus() -> tuple[Made, ...]:
    made = [handwritten(seed, "Word") for seed in range(24)]
    made += [handwritten(seed, "WPS") for seed in range(24, 36)]
    made += [with_python_docx(seed) for seed in range(500, 512)]
    for path in sorted(DATA.glob("*.docx")):
        seed = int(re.findall(r"\d+", path.stem)[-1])
        made.append(Made(path.name, path.stem.rpartition("-")[0], path.read_bytes(), submission(seed)))
    return tuple(made)


@cache
def found(index: int) -> Sorted:
    return sort(read_docx(corpus()[index].data), SECTIONS, frozenset())


INDEXES = range(64)


def test_the_corpus_is_large_enough() -> None:
    assert len(corpus()) == 64


def characters_in(data: bytes) -> int:
    """Counted without the importer: w:t, w:delText, tabs and breaks of all text parts; fallbacks are doubles."""
    total = 0
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [
            name
            for name in package.namelist()
            if re.search(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$", name)
        ]
        for name in names:
            text = package.read(name).decode()
            text = re.sub(r"<mc:Fallback>.*?</mc:Fallback>", "", text, flags=re.DOTALL)
            text = re.sub(
                r'<w:(footnote|endnote) [^>]*w:type="(separator|continuationSeparator)".*?</w:\1>',
                "",
                text,
                flags=re.DOTALL,
            )
            text = re.sub(r"<w:tabs>.*?</w:tabs>", "", text, flags=re.DOTALL)
            total += sum(len(unescape(one)) for one in re.findall(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)</w:", text))
            total += len(re.findall(r"<w:(?:tab|cr|noBreakHyphen)/>", text))
            total += sum('w:type="page"' not in one for one in re.findall(r"<w:br(?: [^>]*)?/>", text))
    return total


@pytest.mark.parametrize("index", INDEXES)
def test_the_sum_holds(index: int) -> None:
    parts = found(index)
    assert parts.ledger.original == characters_in(corpus()[index].data)
    assert parts.ledger.kept == parts.kept, parts.ledger


@pytest.mark.parametrize("index", INDEXES)
def test_the_body_reads_back_as_it_was_written(index: int) -> None:
    for paragraph in found(index).body:
        (read,) = read_body([Line(markup(paragraph), Location("x"))]).value
        assert read.content == paragraph.content
        assert list(read.leads) == [paragraph.content[start:stop] for start, stop in paragraph.leads]


def _leads(parts: Sorted) -> list[str]:
    return [one.content[start:stop].rstrip("。") for one in parts.body for start, stop in one.leads]


def _share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_headlines_units_leads_and_bodies_are_right() -> None:
    made = corpus()
    wrong = []
    heads, units, leads, bodies = [], [], [], []
    for index, one in enumerate(made):
        parts = found(index)
        heads.append(parts.headline == one.truth.headline)
        units.append(parts.units == [one.truth.unit])
        leads.append(_leads(parts) == [lead.rstrip("。") for lead in one.truth.leads])
        bodies.append([body.content for body in parts.body] == one.truth.body)
        if not (heads[-1] and units[-1] and leads[-1] and bodies[-1]):
            wrong.append((one.name, heads[-1], units[-1], leads[-1], bodies[-1], parts.headline, parts.units))
    told = "\n".join(map(str, wrong))
    assert _share(heads) >= 0.95, told
    assert _share(units) >= 0.95, told
    assert _share(leads) >= 0.95, told
    assert _share(bodies) >= 0.95, told


def mutated(data: bytes, seed: int) -> bytes:
    """Somebody's changes: empty runs, bookmarks, doubled spaces, another order of attributes, lost styles."""
    chance = random.Random(seed)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                text = content.decode()
                pieces = re.split(r"(?<=</w:r>)", text)
                extra = (
                    '<w:bookmarkStart w:id="77" w:name="b"/>',
                    "<w:r/>",
                    '<w:r><w:t xml:space="preserve"> </w:t></w:r>',
                    "<w:r><w:lastRenderedPageBreak/></w:r>",
                )
                at = [
                    index
                    for index, piece in enumerate(pieces[:-1])
                    if "</w:del>" not in pieces[index + 1][:12] and piece.endswith("</w:r>")
                ]
                for index in chance.sample(at, min(3, len(at))):
                    pieces[index] += chance.choice(extra)
                content = "".join(pieces).encode()
            new.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize("index", range(0, 64, 2))
def test_the_sum_holds_on_mutated_files(index: int) -> None:
    data = mutated(corpus()[index].data, index)
    parts = sort(read_docx(data), SECTIONS, frozenset())
    assert parts.ledger.original == characters_in(data)
    assert parts.ledger.kept == parts.kept
