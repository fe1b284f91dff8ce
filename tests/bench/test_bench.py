"""What the bench times is what it says it times."""

from __future__ import annotations

import signal
import sys
from collections import Counter
from pathlib import Path

import pypdf
import pytest

from tests.bench.contenders import Bench
from tests.bench.measuring import Contender, run_in_turns
from tests.bench.owners import by_owner, sampled
from tests.bench.rivals import FLOWING, LATEX, TYPST, Rival
from tests.bench.workspaces import change_one_word, make_workspace
from tests.support.command_line import zugong
from tests.support.printed import ISSUE_22, sheet_of


def test_the_issues_made_are_without_errors_and_as_long_as_the_printed_ones(tmp_path: Path) -> None:
    keys = make_workspace(tmp_path, 3)
    ran = zugong("build", "--all", "--proof", "-j", "1", cwd=tmp_path)
    assert ran.code == 0, ran.output
    pages = [len(pypdf.PdfReader(file).pages) for file in sorted((tmp_path / "build").glob("*.pdf"))]
    assert pages == [6, 5, 6]
    change_one_word(tmp_path, keys[0], 7)
    assert "1 期" not in zugong("build", "--all", "--proof", "-j", "1", cwd=tmp_path).output.splitlines()[-1]


@pytest.mark.parametrize("rival", [TYPST, FLOWING, LATEX], ids=lambda rival: type(rival).__name__)
def test_every_rival_gets_the_whole_text(rival: Rival) -> None:
    text = rival.page(sheet_of(ISSUE_22))
    assert all(word in text for word in ("安庆组工信息", "领导批示", "双向选择", "市外参考", "电子版发"))


def test_typst_makes_as_many_pages(tmp_path: Path) -> None:
    typst = pytest.importorskip("typst")
    (tmp_path / "issue.typ").write_text(TYPST.page(sheet_of(ISSUE_22)), encoding="utf-8")
    from tests.bench.rivals import FONTS

    pdf = typst.compile(str(tmp_path / "issue.typ"), font_paths=[str(FONTS)], ignore_system_fonts=True)
    (tmp_path / "issue.pdf").write_bytes(pdf)
    assert len(pypdf.PdfReader(tmp_path / "issue.pdf").pages) == 6


def test_a_run_that_fails_is_no_result(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        run_in_turns([Contender("broken", (sys.executable, "-c", "raise SystemExit('no such thing')"), tmp_path)], 1)


def test_the_bench_runs(tmp_path: Path) -> None:
    names = {"检查", "Typst", "校样"}
    found = run_in_turns([one for one in Bench(tmp_path).one_issue() if one.name in names], 1)
    assert all(times.seconds and times.median > 0 for times in found.values())


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer signals here")
def test_samples_name_those_who_work(tmp_path: Path) -> None:
    counts = sampled(tmp_path, 2, ["check", "22", "--diff"])  # reads in any case
    owners = dict(by_owner(counts))
    assert {"zugong", "stdlib", "yaml"} <= set(owners)
    assert owners["zugong"]["import"] and owners["zugong"]["run"]
    assert "weasyprint" not in owners


def test_the_sampler_counts_for_nobody() -> None:
    assert by_owner(Counter({"run sampler": 5, "run zugong": 1, "re for zugong": 2, "body yaml": 1})) == [
        ("zugong", Counter({"re for": 2, "run": 1})),
        ("yaml", Counter({"body": 1})),
    ]
