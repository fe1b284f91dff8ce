"""Who is timed, and on what."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from tests.bench.measuring import Contender
from tests.bench.rivals import FLOWING, FONTS, LATEX, TYPST
from tests.bench.workspaces import make_workspace
from tests.support.printed import ISSUE_22, ROOT
from zugong.layout.sheet import Sheet
from zugong.model.issue import IssueKey
from zugong.pipeline import examine, lay_out, open_office

_SHIPPED = (("ZUGONG_FONTS", "shipped"), ("PYTHONPATH", str(ROOT)))
"the same faces on every machine"

_TYPST = (
    "import sys, typst\n"
    "for name in sys.argv[2:]:\n"
    "    typst.compile(name, output=name + '.pdf', font_paths=[sys.argv[1]], ignore_system_fonts=True)\n"
)

_WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf('flowing.pdf', pdf_tags=True)"


@dataclass(frozen=True, slots=True)
class Bench:
    """Makes what is timed in a folder that is thrown away."""

    folder: Path

    def one_issue(self) -> Iterator[Contender]:
        """One printed issue, six pages, in every way."""
        sheet = _sheet(ROOT, ISSUE_22)
        ours = (("校样", "--proof"), ("印发 PDF", "--pdf"), ("DOCX", "--docx"))
        for name, option in ours:
            yield self._cold(name, "build", "22", option)
        yield self._cold("检查", "check", "22")
        yield self._zugong("检查，没有变动", "check", "22", folder=self._copy("built", "build"))
        yield from self._typst("Typst", [sheet])
        yield self._flowing(sheet)
        yield from self._office(sheet)
        yield from self._latex(sheet)

    def many_issues(self, count: int, *, press: bool) -> Iterator[Contender]:
        """As many issues as one likes, all changed and none changed."""
        workspace = self.folder / f"many-{count}"
        keys = make_workspace(workspace, count)
        yield self._zugong("校样", "build", "--all", "--proof", "--force", folder=workspace)
        yield self._zugong("没有变动", "build", "--all", "--proof", folder=workspace)
        if press:
            yield self._zugong("印发 PDF", "build", "--all", "--pdf", "--force", folder=workspace)
        yield from self._typst("Typst", [_sheet(workspace, key) for key in keys])

    def _zugong(self, name: str, *arguments: str, folder: Path = ROOT) -> Contender:
        return Contender(name, (sys.executable, "-m", "zugong", *arguments), folder, environment=_SHIPPED)

    def _cold(self, name: str, *arguments: str) -> Contender:
        """In a workspace where nothing was ever built."""
        folder = self._copy("-".join(arguments))
        forget = partial(shutil.rmtree, folder / "build", ignore_errors=True)
        return replace(self._zugong(name, *arguments, folder=folder), prepare=forget)

    def _copy(self, name: str, *folders: str) -> Path:
        """A workspace of its own."""
        shutil.copytree(ROOT / "issues", self.folder / name / "issues")
        for folder in folders:
            (self.folder / name / folder).mkdir()
        return self.folder / name

    def _typst(self, name: str, sheets: list[Sheet]) -> Iterator[Contender]:
        if importlib.util.find_spec("typst") is None:
            return
        folder = self.folder / f"typst-{len(list(self.folder.iterdir()))}"
        folder.mkdir()
        names = [f"{number}.typ" for number in range(len(sheets))]
        for file, sheet in zip(names, sheets, strict=True):
            (folder / file).write_text(TYPST.page(sheet), encoding="utf-8")
        yield Contender(name, (sys.executable, "-c", _TYPST, str(FONTS), *names), folder)

    def _flowing(self, sheet: Sheet) -> Contender:
        (self.folder / "flowing.html").write_text(FLOWING.page(sheet), encoding="utf-8")
        config = self.folder / "fonts.conf"
        faces = f"<dir>{FONTS}</dir><cachedir>{self.folder / 'fontconfig'}</cachedir>"
        config.write_text(f"<fontconfig>{faces}</fontconfig>", encoding="utf-8")
        command = (sys.executable, "-c", _WEASYPRINT, "flowing.html")
        return Contender("普通 WeasyPrint", command, self.folder, environment=(("FONTCONFIG_FILE", str(config)),))

    def _office(self, sheet: Sheet) -> Iterator[Contender]:
        program = shutil.which("soffice")
        if program is None:
            return
        from zugong.renderers import docx

        laid_out = lay_out(open_office(ROOT, date(2023, 9, 1)), _issue(ROOT, ISSUE_22))
        assert laid_out is not None
        (self.folder / "issue.docx").write_bytes(docx.render(sheet, laid_out.pages))
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        convert = ("--headless", "--norestore", profile, "--convert-to", "pdf", "issue.docx")
        yield Contender("LibreOffice（由 DOCX）", (program, *convert), self.folder)

    def _latex(self, sheet: Sheet) -> Iterator[Contender]:
        program = shutil.which("xelatex")
        if program is None:
            return
        (self.folder / "issue.tex").write_text(LATEX.page(sheet), encoding="utf-8")
        twice = f"{program} -interaction=batchmode issue.tex && {program} -interaction=batchmode issue.tex"
        yield Contender("XeLaTeX+ctex（两遍）", ("sh", "-c", twice), self.folder)


def _issue(root: Path, key: IssueKey):
    examined = examine(open_office(root, date(2030, 1, 1)), key, draft=True)
    assert examined.issue is not None, examined.problems
    return examined.issue


def _sheet(root: Path, key: IssueKey) -> Sheet:
    laid_out = lay_out(open_office(root, date(2030, 1, 1)), _issue(root, key))
    assert laid_out is not None
    return laid_out.sheet
