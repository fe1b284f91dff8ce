"""Whatever editors type, the whole way to the paper ends in pages or in problems, never in an exception."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.command_line import small_workspace
from tests.support.pdf import require_pango
from zugong.diagnostics import has_errors
from zugong.model.issue import IssueKey
from zugong.pipeline import examine, lay_out, open_office
from zugong.renderers import docx, pdf

KEY = IssueKey(2026, 1)
ODD = "党建，。“”（）——…… \t　\n\n**[](!)\\`<&>{{}}%#'\"0a-é²㎡①✅👍𠮷祎مر\u0301\u200b\u00ad\u3000\ufffd"
TEXT = st.text(st.sampled_from(ODD), max_size=120)
LINE = st.text(st.sampled_from(ODD.replace("\n", "")), max_size=60)


def written(folder: Path, headline: str, unit: str, body: str, note: str, line: str) -> Path:
    """A workspace with one issue of such text; YAML values are quoted, as an editor is told to do."""
    small_workspace(folder)

    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    item = f"---\n标题: {quoted(headline)}\n供稿单位: {quoted(unit)}\n---\n\n{body}\n"
    issue = folder / "issues/2026/1"
    (issue / "01-图书馆.md").write_text(item, encoding="utf-8")
    indented = "\n".join(f"  {part}" for part in note.splitlines())
    settings_text = f"日期: 2026年1月5日\n目录序号: 一、\n版记:\n  - 报: {quoted(line)}\n编者按: |\n{indented}\n"
    (issue / "issue.yaml").write_text(settings_text, encoding="utf-8")
    return folder


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINE, LINE, TEXT, TEXT, LINE)
def test_every_text_becomes_pages_or_problems(headline: str, unit: str, body: str, note: str, line: str) -> None:
    with TemporaryDirectory() as folder:
        root = written(Path(folder), headline, unit, body, note, line)
        office = open_office(root, date(2026, 1, 5))
        examined = examine(office, KEY, draft=True)
        if examined.issue is None:
            assert has_errors(examined.problems)
            return
        laid_out = lay_out(office, examined.issue, draft=True)
        assert laid_out is not None
        assert Document(io.BytesIO(docx.render(laid_out.sheet, laid_out.pages))).paragraphs


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINE, TEXT, TEXT)
def test_every_text_can_be_drawn(headline: str, body: str, note: str) -> None:
    require_pango()
    with TemporaryDirectory() as folder:
        root = written(Path(folder), headline, "县图书馆", body, note, "县文化局。")
        office = open_office(root, date(2026, 1, 5))
        issue = examine(office, KEY, draft=True).issue
        if issue is not None:
            laid_out = lay_out(office, issue, draft=True)
            assert laid_out is not None
            assert pdf.render(laid_out.sheet, laid_out.pages).startswith(b"%PDF-")
