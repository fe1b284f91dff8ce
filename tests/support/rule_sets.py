"""The printed issues and made-up text under both rule sets (排版规则)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from tests.support import examples
from tests.support.examples import Example
from tests.support.printed import ISSUE_22, ISSUE_23, ROOT, laid_out, styles
from zugong.diagnostics import Location
from zugong.formats import RENDERERS
from zugong.layout.sheet import Block, Colophon, ColophonLine, DocumentInfo, Sheet, SheetBlock, StyledRun
from zugong.model.issue import IssueKey
from zugong.model.styles import Accent, LineRules, Role
from zugong.pipeline import LaidOut
from zugong.typesetting.composed import Composed, composed
from zugong.typesetting.pages import Pages
from zugong.typesetting.typeset import typeset

EVERY: tuple[IssueKey | Example, ...] = (ISSUE_22, ISSUE_23, *examples.examples())
"both printed issues and every example"

HERE = Location("issues/2023/9/01-某县.md", 5)


def under(sheet: Sheet, rules: LineRules) -> Sheet:
    """A sheet with another rule set."""
    return replace(sheet, styles=replace(sheet.styles, line_rules=rules))


def on_paper(key: IssueKey | Example) -> LaidOut:
    """A printed issue, or one of the examples."""
    return examples.laid_out(key) if isinstance(key, Example) else laid_out(key)


@cache
def pages_under(key: IssueKey | Example, rules: LineRules) -> Pages:
    """Its pages under a rule set."""
    return typeset(under(on_paper(key).sheet, rules), on_paper(key).faces)


@cache
def file_of(key: IssueKey | Example, kind: str, rules: LineRules = LineRules.MATCHED) -> bytes:
    """Its file in one format (zugong.formats), as `build` makes it."""
    found = on_paper(key)
    root = key.root if isinstance(key, Example) else ROOT
    return RENDERERS[kind](under(found.sheet, rules), pages_under(key, rules), found.faces, root)


@cache
def composed_under(key: IssueKey | Example, rules: LineRules) -> Composed:
    """The same before pages are drawn."""
    return composed(under(on_paper(key).sheet, rules), on_paper(key).faces)


def run(content: str, accent: Accent = Accent.PLAIN) -> StyledRun:
    """A run that was written somewhere."""
    return StyledRun(content, accent, HERE)


def paragraph(content: str, role: Role = Role.BODY) -> Block:
    """A paragraph of plain text."""
    return Block(role, (run(content),))


def colophon(*lines: tuple[str, str]) -> Colophon:
    """A colophon of (label, content) lines."""
    return Colophon(tuple(ColophonLine(run(label), run(content)) for label, content in lines))


THREE_LINES = colophon(("报：", "省委组织部。"), ("送：", "各县（市、区）委组织部长。"), ("发：", "先锋网。"))


def sheet(*blocks: SheetBlock, rules: LineRules = LineRules.MATCHED, even: bool = False) -> Sheet:
    """A sheet of made-up blocks."""
    info = DocumentInfo("某期", "某办", date(2023, 9, 1))
    return Sheet(info, replace(styles(), line_rules=rules), blocks, "", even)


def text_of_lines(lines: int) -> str:
    """Plain text that fills so many lines of a body paragraph."""
    return "党" * (26 + 28 * (lines - 1))
