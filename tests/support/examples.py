"""The workspaces under examples/: what their files say, read without any reader of ours, and what came on paper."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import yaml

from tests.support.pdf import Drawn, drawn_characters
from tests.support.printed import ROOT
from zugong.formats import RENDERERS
from zugong.model.issue import Issue, IssueKey
from zugong.pipeline import Examined, LaidOut, Office, examine, lay_out, open_office

EXAMPLES = ROOT / "examples"
NAMES = sorted(path.name for path in EXAMPLES.iterdir() if (path / "issues").is_dir())
TODAY = date(2026, 11, 22)

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COVERED = ("<", "^")
_CAPTION = re.compile(r"!\[(.*)\]\(.*\)")


@dataclass(frozen=True, slots=True)
class Example:
    """One issue of one workspace."""

    name: str
    key: IssueKey

    def __str__(self) -> str:
        return f"{self.name}/{self.key.folder}"

    @property
    def root(self) -> Path:
        """The workspace."""
        return EXAMPLES / self.name

    @property
    def folder(self) -> Path:
        """The issue's own folder."""
        return self.root / "issues" / str(self.key)


@dataclass(frozen=True, slots=True)
class Written:
    """What a file asks for, in the order of reading."""

    phrases: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    "the texts of each table, row by row, without cells that others cover"
    figures: int


@cache
def office(name: str) -> Office:
    """An example's workspace."""
    return open_office(EXAMPLES / name, TODAY)


def examples() -> list[Example]:
    """Every issue of every example."""
    return [Example(name, entry.key) for name in NAMES for entry in office(name).archive]


@cache
def examined(example: Example) -> Examined:
    """Read and checked."""
    return examine(office(example.name), example.key)


def issue(example: Example) -> Issue:
    """Assembled."""
    found = examined(example).issue
    assert found is not None, examined(example).problems
    return found


@cache
def laid_out(example: Example) -> LaidOut:
    """On paper."""
    found = lay_out(office(example.name), issue(example))
    assert found is not None
    return found


@cache
def rendered(example: Example, kind: str) -> bytes:
    """The file of one format."""
    on_paper = laid_out(example)
    return RENDERERS[kind](on_paper.sheet, on_paper.pages, on_paper.faces, example.root)


def bare(text: str) -> str:
    """Without blanks of any kind."""
    return "".join(text.split())


# What the files say


def written(example: Example) -> Written:
    """All items, then all attachments."""
    names = sorted(path for path in example.folder.iterdir() if path.suffix in (".md", ".yaml"))
    files = [path for path in names if path.name != "issue.yaml"]
    heads = [head_and_body(path)[0] for path in files]
    attached = [example.folder / name for head in heads for name in head.get("附件", ())]
    return joined([*(of_item(path, example) for path in files), *(of_item(path, example) for path in attached)])


def joined(parts: list[Written]) -> Written:
    """One after the other."""
    return Written(
        tuple(phrase for part in parts for phrase in part.phrases),
        tuple(table for part in parts for table in part.tables),
        sum(part.figures for part in parts),
    )


def head_and_body(path: Path) -> tuple[dict, str]:
    """The YAML of a file and the text below it."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".yaml":
        return yaml.safe_load(text), ""
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body


def of_item(path: Path, example: Example) -> Written:
    """Note, headline, subtitle, signatures, body, metadata, place and date."""
    head, body = head_and_body(path)
    inner = joined([*_blocks(head.get("段落", ())), *_markdown(body)])
    before = [head.get("按语"), head["标题"], head.get("副标题"), *head.get("署名", ())]
    titles = [head_and_body(example.folder / name)[0]["标题"] for name in head.get("附件", ())]
    after = [head.get("稿件信息"), *titles, *head.get("落款", ())]
    found = (*filter(None, before), *inner.phrases, *filter(None, after))
    return Written(tuple(bare(phrase) for phrase in found), inner.tables, inner.figures)


def _blocks(paragraphs) -> Iterator[Written]:
    """段落 of a .yaml item."""
    for one in paragraphs:
        if isinstance(one, str):
            yield Written((one,), (), 0)
        elif "表格" in one:
            yield _rich(one["表格"])
        else:
            yield Written((one["段首语"] + one["正文"],), (), 0)


def _markdown(body: str) -> Iterator[Written]:
    """Stretches between empty lines; the fenced ones of the examples hold none."""
    for stretch in re.split(r"\n\s*\n", body.strip()):
        yield _stretch(stretch.split("\n"))


def _stretch(lines: list[str]) -> Written:
    if lines[0] == "```表格":
        return _rich(yaml.safe_load("\n".join(lines[1:-1])))
    if lines[0] == "```图片":
        return Written((yaml.safe_load("\n".join(lines[1:-1]))["图注"],), (), 1)
    if any(line.startswith("|") for line in lines):
        return _piped(lines)
    if found := _CAPTION.fullmatch(lines[0]):
        return Written((found[1],), (), 1)
    return Written((re.sub(r"^#+ ", "", "".join(lines)).replace("**", ""),), (), 0)


def _rich(table: dict) -> Written:
    """A table in YAML."""
    names = [column["名称"] for column in table["列"] if "名称" in column]
    rows = [*table.get("表头", [names]), *table["行"]]
    return _table(rows, [table.get("表题"), table.get("计量单位")], table.get("表注", []))


def _piped(lines: list[str]) -> Written:
    """A table between pipes."""
    bars = [at for at, line in enumerate(lines) if line.startswith("|")]
    cells = [[cell.strip() for cell in lines[at].strip("|").split("|")] for at in bars]
    rows = [row for row in cells if not all(re.fullmatch(":?-+:?", cell) for cell in row)]
    above = [line.removeprefix("表题：") for line in lines[: bars[0]]]
    return _table(rows, above, lines[bars[-1] + 1 :])


def _table(rows: list[list[str]], above: list[str | None], below: list[str]) -> Written:
    texts = tuple(tuple(bare(cell) for cell in row if cell not in _COVERED) for row in rows)
    cells = [cell for row in texts for cell in row if cell]
    return Written((*filter(None, above), *cells, *below), (texts,), 0)


# What is on paper


def text_of_pages(pdf: bytes, example: Example) -> list[str]:
    """The text of the type area of each page, in the order in which it is drawn, without blanks."""
    return ["".join(bare(one.text) for one in page) for page in _inside(pdf, example)]


def lines_of_pages(pdf: bytes, example: Example) -> list[list[str]]:
    """Each page line by line, a wide gap as 　."""
    return [_lines(page) for page in _inside(pdf, example)]


def _inside(pdf: bytes, example: Example) -> list[list[Drawn]]:
    """Without page numbers, which stand below the type area."""
    style = laid_out(example).pages.style
    foot = style.top + style.type_height + 1
    return [[one for one in page if one.baseline <= foot] for page in drawn_characters(pdf)]


def _lines(page: list[Drawn]) -> list[str]:
    rows: list[list[Drawn]] = []
    for one in sorted(page, key=lambda one: one.baseline):
        if rows and one.baseline - rows[-1][-1].baseline < 4:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [_line(sorted(row, key=lambda one: one.x)) for row in rows]


def _line(row: list[Drawn]) -> str:
    text = row[0].text
    for before, one in pairwise(row):
        text += ("　" if one.x - before.x > 2.5 * before.size else "") + one.text
    return text


def docx_text(package: bytes) -> str:
    """Everything that the main part says, in order, without blanks."""
    root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(package)).read("word/document.xml"))
    return bare("".join(node.text or "" for node in root.iter(f"{_WORD}t")))


def docx_tables(package: bytes) -> list[tuple[tuple[str, ...], ...]]:
    """The texts of each table; a cell that goes on from the row above is left out."""
    root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(package)).read("word/document.xml"))
    return [tuple(_row(row) for row in table.iter(f"{_WORD}tr")) for table in root.iter(f"{_WORD}tbl")]


def _row(row: ElementTree.Element) -> tuple[str, ...]:
    cells = [cell for cell in row.iter(f"{_WORD}tc") if not _goes_on(cell)]
    return tuple(bare("".join(node.text or "" for node in cell.iter(f"{_WORD}t"))) for cell in cells)


def _goes_on(cell: ElementTree.Element) -> bool:
    merge = cell.find(f"{_WORD}tcPr/{_WORD}vMerge")
    return merge is not None and merge.get(f"{_WORD}val", "continue") == "continue"
