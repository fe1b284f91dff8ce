"""Our own DOCX of both printed issues comes back as the same Issue, also by way of LibreOffice's ODT."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.support.command_line import ROOT
from zugong.diagnostics import Problem
from zugong.intake.past_files import import_bulletin
from zugong.model.issue import Issue, IssueKey
from zugong.model.prose import Paragraph
from zugong.pipeline import build, examine, open_office
from zugong.text.spacing import set_spaces

TODAY = date(2024, 1, 1)
KEYS = (IssueKey(2021, 22), IssueKey(2023, 23))


def essence(issue: Issue) -> tuple[object, ...]:
    """Everything but origins and bulletin settings; spaces as they are printed."""
    items = [
        (
            set_spaces(item.headline.content),
            item.section.name.content if item.section else None,
            [unit.content for unit in item.source_units],
            item.headline_placement,
            prose(item.body),
        )
        for item in issue.items
    ]
    standing = issue.standing
    lines = [(line.label.content, line.content.content) for line in standing.distribution]
    flags = (standing.contents, standing.entry_numbering, standing.instruction_box)
    return issue.key, issue.issued_on, prose(issue.editors_note), items, flags, lines


def prose(paragraphs: tuple[Paragraph, ...]) -> list[tuple[str, list[str]]]:
    return [(set_spaces(one.content), [set_spaces(lead) for lead in one.leads]) for one in paragraphs]


def built(key: IssueKey, folder: Path) -> Path:
    done = build(open_office(ROOT, TODAY), key, ("docx",), folder, draft=False, force=True)
    return done.files[0]


def imported(document: Path, key: IssueKey, folder: Path) -> Issue:
    (folder / "issues").mkdir(parents=True)
    shutil.copy(ROOT / "issues" / "bulletin.yaml", folder / "issues")
    done = import_bulletin(folder, document)
    assert not isinstance(done, Problem), done
    assert done[1].ledger.kept == done[1].kept
    issue = examine(open_office(folder, TODAY), key).issue
    assert issue is not None
    return issue


@pytest.mark.parametrize("key", KEYS, ids=str)
def test_round_trip(key: IssueKey, tmp_path: Path) -> None:
    original = examine(open_office(ROOT, TODAY), key).issue
    assert original is not None
    assert essence(imported(built(key, tmp_path), key, tmp_path / "w")) == essence(original)


@pytest.mark.parametrize("key", KEYS, ids=str)
def test_round_trip_through_odt(key: IssueKey, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    original = examine(open_office(ROOT, TODAY), key).issue
    assert original is not None
    document = built(key, tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", "odt", "--outdir", str(tmp_path), str(document)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert essence(imported(document.with_suffix(".odt"), key, tmp_path / "w")) == essence(original)


@pytest.mark.parametrize("key", KEYS, ids=str)
def test_a_bulletin_without_our_styles(key: IssueKey, tmp_path: Path) -> None:
    """As another program would have made it: told by looks and words alone."""
    original = examine(open_office(ROOT, TODAY), key).issue
    assert original is not None
    foreign = tmp_path / "旧刊.docx"
    with zipfile.ZipFile(built(key, tmp_path)) as old, zipfile.ZipFile(foreign, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace("组工-".encode(), "样式-".encode()) if "styles" in name else content)
    assert essence(imported(foreign, key, tmp_path / "w")) == essence(original)


def test_an_issue_that_is_there_is_not_touched(tmp_path: Path) -> None:
    document = built(KEYS[1], tmp_path)
    imported(document, KEYS[1], tmp_path / "w")
    again = import_bulletin(tmp_path / "w", document)
    assert isinstance(again, Problem)
    assert again.rule == "already-there"
