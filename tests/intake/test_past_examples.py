"""Our own DOCX of every example comes back as an issue that gives the same Sheet, also by way of LibreOffice's ODT."""

from __future__ import annotations

import dataclasses
import io
import shutil
import subprocess
import zipfile
from itertools import groupby
from pathlib import Path

import pytest

from tests.support.examples import TODAY, Example, examples, issue, laid_out, rendered
from zugong.diagnostics import Location, Problem
from zugong.intake.past_files import import_bulletin
from zugong.layout.sheet import FigureBlock, Sheet, StyledRun
from zugong.pipeline import examine, lay_out, open_office
from zugong.renderers.docx.names import EVEN_FOLIO, PARAGRAPH_NAMES
from zugong.text.spacing import set_spaces

NOT_ON_PAPER = ("widths", "width", "height", "data", "kind")
"of tables and figures: an office may set other widths in the file, and a picture is made ready for the printer"


def bare(value: object) -> object:
    """A block without origins; how text is cut into runs does not count."""
    if isinstance(value, Location):
        return None
    if isinstance(value, tuple) and value and all(isinstance(one, StyledRun) for one in value):
        groups = groupby(value, key=lambda run: run.accent)
        return tuple((accent, "".join(run.content for run in group)) for accent, group in groups)
    if isinstance(value, tuple):
        return tuple(map(bare, value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [one.name for one in dataclasses.fields(value) if one.name not in NOT_ON_PAPER]
        return type(value).__name__, *((name, bare(getattr(value, name))) for name in names)
    return value


def imported(document: Path, example: Example, root: Path) -> Sheet:
    issues = root / "issues"
    issues.mkdir(parents=True)
    shutil.copy(example.root / "issues" / "bulletin.yaml", issues)
    if (example.root / "issues" / "templates").is_dir():
        shutil.copytree(example.root / "issues" / "templates", issues / "templates")
    done = import_bulletin(root, document)
    assert not isinstance(done, Problem), done
    folder, past, _ = done
    assert folder == root / "issues" / str(example.key)
    assert past.ledger.kept == past.kept, past.ledger
    assert not past.dropped
    office = open_office(root, TODAY)
    found = examine(office, example.key).issue
    assert found is not None
    on_paper = lay_out(office, found)
    assert on_paper is not None
    return on_paper.sheet


@pytest.mark.parametrize("example", examples(), ids=str)
def test_round_trip(example: Example, tmp_path: Path) -> None:
    document = tmp_path / "旧刊.docx"
    document.write_bytes(rendered(example, "docx"))
    sheet, original = imported(document, example, tmp_path / "w"), laid_out(example).sheet
    assert [bare(one) for one in sheet.blocks] == [bare(one) for one in original.blocks]
    for one, other in zip(sheet.blocks, original.blocks, strict=True):
        if isinstance(one, FigureBlock) and isinstance(other, FigureBlock):
            assert one.picture.kind is other.picture.kind
            assert one.width == pytest.approx(other.width, abs=0.1)
            assert one.height == pytest.approx(other.height, abs=0.5)


@pytest.mark.parametrize("example", [one for one in examples() if one.name in ("专报", "综合")], ids=str)
def test_round_trip_through_odt(example: Example, tmp_path: Path) -> None:
    """A table with merged cells, a figure, attachments, sign-off; sections, numbers, notes and signatures."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    document = tmp_path / "旧刊.docx"
    document.write_bytes(rendered(example, "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "odt", "--outdir", str(tmp_path), str(document)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    sheet = imported(document.with_suffix(".odt"), example, tmp_path / "w")
    assert [bare(one) for one in sheet.blocks] == [bare(one) for one in laid_out(example).sheet.blocks]


def test_every_style_of_ours_is_known() -> None:
    from zugong.intake.issue_roles import OWN

    assert {**{name: role for role, name in PARAGRAPH_NAMES.items()}, EVEN_FOLIO: OWN[EVEN_FOLIO]} == OWN


@pytest.mark.parametrize("example", examples(), ids=str)
def test_a_bulletin_without_our_styles(example: Example, tmp_path: Path) -> None:
    """Told by looks and words alone: nothing is lost, and the headlines are there."""
    issues = tmp_path / "w" / "issues"
    issues.mkdir(parents=True)
    shutil.copy(example.root / "issues" / "bulletin.yaml", issues)
    foreign = tmp_path / "旧刊.docx"
    with zipfile.ZipFile(io.BytesIO(rendered(example, "docx"))) as old, zipfile.ZipFile(foreign, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace("组工-".encode(), "样式-".encode()) if "styles" in name else content)
    done = import_bulletin(tmp_path / "w", foreign)
    assert not isinstance(done, Problem), done
    _, past, _ = done
    assert past.ledger.kept == past.kept
    told = {one.headline for one in past.items}
    if example.name not in ("综合", "运行月报"):  # numbers 一、 （一） before headlines look like headings of a text
        assert {set_spaces(one.headline.content) for one in issue(example).items} <= told
