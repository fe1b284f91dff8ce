"""Every office's bulletin by data alone: each workspace of examples/ is built in all formats and read back."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest
import yaml
from ooxml_integrity import check
from openxml_audit import FileFormat, OpenXmlValidator
from pypdf import PdfReader

from tests.conftest import Golden
from tests.support.docx_verify import faults
from tests.support.examples import (
    EXAMPLES,
    NAMES,
    Example,
    bare,
    docx_tables,
    docx_text,
    examined,
    examples,
    issue,
    laid_out,
    lines_of_pages,
    office,
    rendered,
    text_of_pages,
    written,
)
from tests.support.in_office import office_pdf
from tests.support.pdf import require_pango
from tests.support.printed import ROOT
from zugong.diagnostics import Severity
from zugong.layout.naming import file_title
from zugong.pictures.picture import PictureKind
from zugong.typesetting.pages import Pages

CASES = Path(__file__).parent / "cases" / "examples"
RICH = ("专报", "自定版面")
EACH = pytest.mark.parametrize("example", examples(), ids=str)
NAMED = pytest.mark.parametrize("name", NAMES)
MASTHEAD, COLOPHON = 7, 6
"lines of the first and of the last page that the expected file shows"


def test_there_are_enough_shapes() -> None:
    assert len(NAMES) >= 9


@EACH
def test_nothing_is_reported(example: Example) -> None:
    told = (*office(example.name).problems, *examined(example).problems)
    assert [str(one) for one in told if one.severity is not Severity.HINT] == []


@EACH
def test_the_pdf_is_what_was_expected(example: Example, golden: Golden) -> None:
    """Number of pages, page of each item, 目录 as printed, 报头 and 版记: all read back from the PDF."""
    require_pango()
    pdf = rendered(example, "pdf")
    golden(CASES / f"{example.name}-{example.key.folder}.txt", _told(example, pdf))


def _told(example: Example, pdf: bytes) -> str:
    pages, lines = text_of_pages(pdf, example), lines_of_pages(pdf, example)
    told = [f"{example}：{len(pages)} 面", "", "【第一面上方】", *lines[0][:MASTHEAD], "", "【稿件】"]
    told += [f"第 {_page_of(bare(item.headline.content), pages)} 面　{item.headline}" for item in issue(example).items]
    listed = [line for line in lines[0] if "···" in line]
    told += ["", "【目录】", *(re.sub("·+", " … ", line) for line in listed)] if listed else []
    return "\n".join([*told, "", "【末面下方】", *lines[-1][-COLOPHON:]]) + "\n"


def _page_of(headline: str, pages: list[str]) -> int:
    """The last page that has a headline: contents are in front of the items."""
    return max(number for number, text in enumerate(pages, 1) if headline in text)


@EACH
def test_contents_tell_true_pages(example: Example) -> None:
    require_pango()
    standing = issue(example).standing
    if not (standing.contents and standing.contents_pages):
        pytest.skip("no page numbers in its contents")
    pdf = rendered(example, "pdf")
    pages, listed = text_of_pages(pdf, example), lines_of_pages(pdf, example)[0]
    for item in issue(example).items:
        headline = bare(item.headline.content)
        (number,) = [found[1] for line in listed if (found := re.search(re.escape(headline) + r"·+　?(\d+)$", line))]
        assert int(number) == _page_of(headline, pages)


@EACH
@pytest.mark.parametrize("kind", ["pdf", "proof"])
def test_paper_says_everything_in_order(example: Example, kind: str) -> None:
    if kind == "pdf":
        require_pango()
    _says(example, "".join(text_of_pages(rendered(example, kind), example)))


@EACH
def test_docx_says_everything_in_order(example: Example) -> None:
    _says(example, docx_text(rendered(example, "docx")))


def _says(example: Example, text: str) -> None:
    at = _front(example, text)
    for phrase in written(example).phrases:
        found = text.find(bare(phrase), at)
        assert found >= 0, f"{phrase!r} is missing behind {text[max(0, at - 20) : at]!r}"
        at = found + len(bare(phrase))


def _front(example: Example, text: str) -> int:
    """Where the contents end, so that a headline there does not count for the one over its text."""
    if not issue(example).standing.contents:
        return 0
    at = 0
    for item in issue(example).items:
        headline = bare(item.headline.content)
        assert text.count(headline) >= 2
        at = text.index(headline, at) + len(headline)
    return at


@EACH
def test_all_formats_tell_masthead_and_colophon_alike(example: Example) -> None:
    """What stands on the first and last lines of the PDF is in the DOCX too, and so is the order."""
    require_pango()
    lines, text = lines_of_pages(rendered(example, "pdf"), example), docx_text(rendered(example, "docx"))
    for part in [part for line in (*lines[0][:2], *lines[-1][-2:]) for part in line.split("　")]:
        assert bare(part) in text
    assert text_of_pages(rendered(example, "proof"), example) == text_of_pages(rendered(example, "pdf"), example)


@EACH
def test_tables_are_tables_in_docx(example: Example) -> None:
    found = docx_tables(rendered(example, "docx"))
    for table in written(example).tables:
        assert table in found


@EACH
def test_tables_and_figures_are_tagged_in_the_pdf(example: Example) -> None:
    require_pango()
    reader, wanted = PdfReader(io.BytesIO(rendered(example, "pdf"))), written(example)
    found, described = Counter(), []
    for element in _elements(reader.trailer["/Root"]["/StructTreeRoot"]):
        found[element["/S"]] += 1
        described += [element.get("/Alt")] if element["/S"] == "/Figure" else []
    assert found["/Figure"] == wanted.figures
    assert all(described)
    assert found["/Table"] >= len(wanted.tables)
    assert found["/TR"] >= sum(len(table) for table in wanted.tables)
    cells = sum(len(row) for table in wanted.tables for row in table)
    assert found["/TH"] + found["/TD"] >= cells
    assert bool(found["/TH"]) == bool(wanted.tables)


def _elements(node):
    """Every structure element, whole tree."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from _elements(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node and not isinstance(node["/K"], int):
            yield from _elements(node["/K"])


@EACH
def test_pictures_are_in_the_docx(example: Example) -> None:
    with zipfile.ZipFile(io.BytesIO(rendered(example, "docx"))) as package:
        document = package.read("word/document.xml").decode()
        media = [name for name in package.namelist() if name.startswith("word/media/")]
    assert document.count("<w:drawing>") == written(example).figures
    assert len(media) >= written(example).figures


@EACH
def test_the_docx_is_valid(example: Example, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(rendered(example, "docx"))
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path).errors == []
    assert check(str(path)) == []
    assert faults(rendered(example, "docx")) == ()


@EACH
def test_libreoffice_turns_the_docx_where_the_pages_turn(example: Example) -> None:
    """Every page holds the same characters; tests/renderers/docx/test_docx_in_office.py looks at lines."""
    found = text_of_pages(office_pdf(example), example)
    pages = laid_out(example).pages
    assert len(found) == len(pages.pages)
    for got, want in zip(found, _texts(pages), strict=True):
        assert Counter(got.replace("·", "")) == Counter(want.replace("·", ""))


def _texts(pages: Pages) -> list[str]:
    return [
        bare("".join(line.content for line in page.lines if line.baseline <= pages.style.top + pages.style.type_height))
        for page in pages.pages
    ]


@pytest.mark.parametrize("kind", ["pdf", "proof", "docx"])
def test_same_bytes_in_another_process(kind: str) -> None:
    """Tables, a photograph and a drawing: in 专报 and 自定版面."""
    if kind == "pdf":
        require_pango()
    rich = [example for example in examples() if example.name in RICH]
    pages = [page for example in rich for page in laid_out(example).pages.pages]
    assert any(page.tables for page in pages)
    assert {one.picture.kind for page in pages for one in page.pictures} == {PictureKind.PNG, PictureKind.SVG}
    code = (
        "import sys; from tests.support.examples import *;"
        f"[sys.stdout.buffer.write(rendered(one, '{kind}')) for one in examples() if one.name in {RICH}]"
    )
    environment = {**os.environ, "TZ": "America/New_York", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout == b"".join(rendered(example, kind) for example in rich)


@NAMED
def test_readme_shows_lines_that_are_there(name: str) -> None:
    """Each line of YAML in it stands in a file of the workspace."""
    files = [path.read_text(encoding="utf-8") for path in (EXAMPLES / name / "issues").rglob("*.*") if _is_text(path)]
    there = {line.strip() for text in files for line in text.split("\n")}
    shown = [
        line.strip()
        for block in re.findall(r"```yaml\n(.*?)```", _readme(name), re.DOTALL)
        for line in block.split("\n")
    ]
    assert [line for line in shown if line and line not in there] == []
    assert shown


def _is_text(path: Path) -> bool:
    return path.suffix in (".yaml", ".md", ".html")


def _readme(name: str) -> str:
    return (EXAMPLES / name / "README.md").read_text(encoding="utf-8")


@NAMED
def test_readme_names_every_setting(name: str) -> None:
    """刊名 and 编发单位 aside, which every bulletin has."""
    settings = yaml.safe_load((EXAMPLES / name / "issues" / "bulletin.yaml").read_text(encoding="utf-8"))
    series = [key for one in settings.get("系列", ()) for key in one]
    text = _readme(name)
    asked = {*settings, *series} - {"刊名", "编发单位"}
    assert [key for key in sorted(asked) if f"{key}:" not in text and f"`{key}`" not in text] == []


@NAMED
def test_readme_tells_what_is_built(name: str) -> None:
    """Files, pages and picture of every issue."""
    text = _readme(name)
    for example in [one for one in examples() if one.name == name]:
        found = issue(example)
        title = file_title(found.bulletin, found.key, found.serial)
        assert f"{title}.pdf（{len(laid_out(example).pages.pages)} 面" in text
        assert f"{title}.docx" in text
    pictures = re.findall(r"!\[.+?\]\((.+?)\)", text)
    assert pictures
    assert all((EXAMPLES / name / picture).is_file() for picture in pictures)
    assert text.count("\n") < 70, "one page"


def test_nobody_is_left_out_of_the_list() -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"]({name}/)" not in text and f"]({name}/README.md)" not in text] == []
