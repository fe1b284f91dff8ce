"""Plain texts of the corpus as issues that the rules can read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from zugong.checks import Context, check_draft
from zugong.diagnostics import Location, Severity
from zugong.model.bulletin import Bulletin, EntryNumbering, HeadlinePlacement, Standing
from zugong.model.issue import DatedText, IssueDraft, IssueKey, ItemDraft
from zugong.model.prose import Text
from zugong.sources.markdown import read_body
from zugong.sources.nodes import Line

HERE = Path(__file__).parent
CLEAN = sorted((HERE / "clean").glob("*.txt"))
UNSEEN = sorted((HERE / "unseen").glob("*.txt"))

_PLACE = Location("text.txt")
_STANDING = Standing((), (), False, EntryNumbering.NONE, False, HeadlinePlacement.RUN_IN)
BULLETIN = Bulletin(
    Text("简报", _PLACE), Text("编发单位", _PLACE), Text("第{期号}期", _PLACE), Text("简报", _PLACE), _STANDING, _PLACE
)


def prose(path):
    """The lines of a corpus file without its first, which names the source."""
    return [line for line in path.read_text(encoding="utf-8").splitlines()[1:] if line.strip()]


def issue_of(lines, registers=None):
    """One item; each line is a paragraph and keeps its number."""
    paragraphs = []
    for number, line in enumerate(lines, start=1):
        paragraphs += read_body([Line(line, Location("text.txt", number))]).value
    item = ItemDraft(Text("甲县：某事", Location("text.txt", 0)), None, (), None, tuple(paragraphs), _PLACE)
    issued_on = DatedText(date(2023, 8, 22), _PLACE)
    return IssueDraft(IssueKey(2023, 23), issued_on, _STANDING, (), (item,), _PLACE, _PLACE)


def reports(lines, *, everything=False, context=None):
    """What is shown by default, or everything."""
    context = context or Context(BULLETIN, (), date(2023, 8, 22))
    found = check_draft(issue_of(lines), context)
    return [one for one in found if everything or one.severity > Severity.HINT]
