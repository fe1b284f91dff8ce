"""issues/inbox.csv: what came in, when, from whom, and what became of it. Opens in WPS and Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from zugong.classes import dataclass
from zugong.outputs import replace_file
from zugong.text.dates import format_date

COLUMNS = ("收到日期", "供稿单位", "标题", "字数", "sha256", "文件", "去向")
_FORMULA = ("=", "+", "-", "@")
"a cell that begins so is a formula to a spreadsheet"


@dataclass(frozen=True, slots=True)
class Entry:
    """One submission."""

    received: date
    unit: str
    headline: str
    characters: int
    sha256: str
    file: str
    fate: str
    "the item file, or why there is none"


def inbox_path(root: Path) -> Path:
    """Where the log is."""
    return root / "issues" / "inbox.csv"


def fates(root: Path) -> dict[str, str]:
    """sha256 → what became of that file before."""
    try:
        text = inbox_path(root).read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except (OSError, ValueError, csv.Error):
        return {}
    return {row.get("sha256") or "": f"{row.get('收到日期')}，{row.get('去向')}" for row in rows}


def log(root: Path, entries: Sequence[Entry]) -> None:
    """Adds lines; what stands there already is kept as it is."""
    path = inbox_path(root)
    before = path.read_bytes() if path.is_file() else b""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    if not before.strip(b"\xef\xbb\xbf\r\n"):
        writer.writerow(COLUMNS)
    for one in entries:
        row = (format_date(one.received), one.unit, one.headline, one.characters, one.sha256, one.file, one.fate)
        writer.writerow([_safe(str(cell)) for cell in row])
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    # With the BOM, because spreadsheets take UTF-8 without it for GBK.
    replace_file(path, (before or b"\xef\xbb\xbf") + gap + buffer.getvalue().encode("utf-8", errors="replace"))


def _safe(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell
