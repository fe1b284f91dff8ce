"""Files that mean harm, or are merely broken: a sentence for the editor within seconds, never a traceback."""

from __future__ import annotations

import io
import os
import random
import zipfile
from pathlib import Path
from time import process_time

import pytest

from tests.support.structured import picture
from tests.support.submissions import W, handwritten, package, paragraph, run
from tests.support.timing import within
from zugong.diagnostics import Problem
from zugong.intake.docx_file import read_docx
from zugong.intake.figure_files import prepared
from zugong.intake.manuscript import Figure
from zugong.intake.reading import read_manuscript
from zugong.intake.sorting import sort
from zugong.intake.web_page import read_web_page

GOOD = handwritten(1, "Word").data


def repacked(**parts: bytes) -> bytes:
    """A good file with parts of it replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return buffer.getvalue()


def with_document(content: bytes) -> bytes:
    return repacked(**{"word/document.xml": content})


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
XXE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
DEEP = b"<w:document " + W.encode() + b"><w:body>" + b"<w:sdt>" * 5000 + b"</w:sdt>" * 5000 + b"</w:body></w:document>"
MANY = b"<w:document " + W.encode() + b"><w:body>" + b"<w:p/>" * 30000 + b"</w:body></w:document>"
LIES = GOOD[:-60] + b"\0" * 30 + GOOD[-30:]

HOSTILE = {
    "billion-laughs.docx": (with_document(BOMB), "import-entities"),
    "xxe.docx": (with_document(XXE), "import-entities"),
    "200-mb-part.docx": (with_document(b" " * 200 * 1024 * 1024), "import-too-large"),
    "deep.docx": (with_document(DEEP), "import-broken"),
    "30000-paragraphs.docx": (with_document(MANY), "import-too-large"),
    "300001-characters.docx": (package(paragraph(run("字" * 300_001))), "import-too-large"),
    "not-xml.docx": (with_document(b"<w:document"), "import-broken"),
    "empty-document.docx": (with_document(b""), "import-broken"),
    "another-root.docx": (with_document(b"<x/>"), "import-broken"),
    "3000-parts.docx": (repacked(**{f"x/{one}": b"" for one in range(3000)}), "import-too-large"),
    "half.docx": (GOOD[: len(GOOD) // 2], "import-broken"),
    "central-directory-cut.docx": (LIES, "import-broken"),
    "locked.doc": (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "import-encrypted"),
    "paper.docx": (b"%PDF-1.7 ...", "import-pdf"),
    "empty.docx": (b"", "import-empty"),
    "noise.txt": (bytes(range(256)) * 20, "import-not-text"),
    "deep.html": (b"<html>" + b"<div>" * 3000 + b"x", "import-broken"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_in_time(name: str, tmp_path: Path) -> None:
    content, rule = HOSTILE[name]
    (tmp_path / name).write_bytes(content)
    with within(5):
        told = read_manuscript(tmp_path / name)
    assert isinstance(told, Problem)
    assert told.rule == rule
    assert told.hint


def test_a_zip_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    """The directory says 100 bytes; 40 MB come out."""
    content = bytearray(with_document(b"<x>" + b" " * 40 * 1024 * 1024 + b"</x>"))
    size = (40 * 1024 * 1024 + 7).to_bytes(4, "little")
    (tmp_path / "lie.docx").write_bytes(bytes(content).replace(size, (100).to_bytes(4, "little")))
    assert isinstance(read_manuscript(tmp_path / "lie.docx"), Problem)


def test_spreadsheets_folders_pipes_and_nothing(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    (tmp_path / "table.docx").write_bytes(buffer.getvalue())
    os.mkfifo(tmp_path / "pipe.docx")
    for name in ("table.docx", "pipe.docx", "missing.docx", "."):
        assert isinstance(read_manuscript(tmp_path / name), Problem), name


def test_macros_and_outside_links_are_told_and_left_alone(tmp_path: Path) -> None:
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="http://example.invalid/evil.dotm" TargetMode="External"/></Relationships>'
    )
    data = repacked(**{"word/vbaProject.bin": b"x", "word/_rels/document.xml.rels": rels})
    (tmp_path / "a.docx").write_bytes(data)
    received = read_manuscript(tmp_path / "a.docx")
    assert not isinstance(received, Problem)
    assert any("宏" in remark for remark in received.manuscript.remarks)
    assert any("链接到外面" in remark for remark in received.manuscript.remarks)


@pytest.mark.parametrize("seed", range(150))
def test_random_damage_never_throws(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    data = bytearray(GOOD)
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    (tmp_path / "x.docx").write_bytes(bytes(data))
    read_manuscript(tmp_path / "x.docx")


@pytest.mark.parametrize("seed", range(60))
def test_random_damage_inside_the_markup_never_throws(seed: int, tmp_path: Path) -> None:
    """Elements in wrong places, values that are none."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(handwritten(seed % 30, "WPS").data)) as archive:
        pieces = archive.read("word/document.xml").decode().split("<")
    for _ in range(20):
        at = chance.randrange(2, len(pieces) - 2)
        pieces[at] = chance.choice((pieces[at], "w:numPr/>", 'w:sz w:val="x"/>', "w:t>x</w:t>", "w:tbl/>", "w:pPr/>"))
    (tmp_path / "x.docx").write_bytes(with_document("<".join(pieces).encode()))
    received = read_manuscript(tmp_path / "x.docx")
    if not isinstance(received, Problem):
        parts = sort(received.manuscript, (), frozenset())
        assert parts.ledger.kept == parts.kept


@pytest.mark.parametrize(
    "cell",
    ['<w:gridSpan w:val="99999999999"/>', '<w:gridSpan w:val="5000"/>', '<w:gridSpan w:val="-3"/>', "<w:hMerge/>"],
)
def test_tables_that_lie_about_their_size(cell: str) -> None:
    rows = f"<w:tr><w:tc><w:tcPr>{cell}<w:vMerge/></w:tcPr>{paragraph(run('甲'))}</w:tc></w:tr>" * 300
    data = package(paragraph(run("标题：某事")) + f"<w:tbl>{rows}</w:tbl>")
    started = process_time()
    parts = sort(read_docx(data), (), frozenset())
    assert parts.ledger.kept == parts.kept
    assert process_time() - started < 3


def test_web_tables_that_lie_about_their_size() -> None:
    cells = "<td rowspan=60000 colspan=60000>甲</td>" * 30
    text = f"<h1>某地做好某事</h1><table>{f'<tr>{cells}</tr>' * 300}<p>乱</p></table>"
    started = process_time()
    parts = sort(read_web_page(text), (), frozenset())
    assert parts.ledger.kept == parts.kept
    assert process_time() - started < 5


def test_pictures_of_a_web_page_stay_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "secret.png").write_bytes(picture(1))
    (tmp_path / "page" / "own.png").write_bytes(picture(2))
    (tmp_path / "page" / "link.png").symlink_to(tmp_path / "secret.png")
    sources = ("../secret.png", "/etc/passwd", "file:///etc/passwd", "https://x.invalid/a.png", "link.png", "own.png")
    text = "<h1>某地做好某事</h1>" + "".join(f'<p><img src="{one}"></p>' for one in sources) + "<p>正文。</p>"
    manuscript = read_web_page(text, tmp_path / "page")
    assert [one.name for one in manuscript.figures] == ["own.png"]
    assert len(manuscript.remarks) == 2


@pytest.mark.parametrize("content", [b"GIF89a" + b"\0" * 40, b"BM" + b"\xff" * 60, b"\x89PNG\r\n\x1a\n", b"", b"<svg"])
def test_broken_pictures_are_told(content: bytes) -> None:
    assert isinstance(prepared(Figure("a.gif", content)), str)
