"""The parts of an item → the text of its file, in a form that the reader gives back to the character."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zugong import terms
from zugong.intake.sorting import Aside, BodyParagraph
from zugong.sources.scalars import quoted_if_needed

_NEEDS_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])|\*|(?<=\])\(|<(?=!--)")
_LINE_START = re.compile(r"(?=#{1,6}\s|[-+]\s|>|```|~~~|-{3}|={3}|_{3}|\|)")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def item_text(
    headline: str,
    section: str,
    units: Iterable[str],
    body: Iterable[BodyParagraph],
    comments: Iterable[str] = (),
    extra: Iterable[tuple[str, str]] = (),
) -> str:
    """The whole file; `comments` stand in its head, since a body knows no comment that is not printed."""
    named = list(units)
    head = ["---", *(f"# {_UNSAFE.sub(' ', line)}".rstrip() for line in comments)]
    head.append(f"{terms.chinese('headline')}: {quoted_if_needed(headline)}".rstrip())
    head += [f"{terms.chinese('section')}: {quoted_if_needed(section)}"] if section else []
    head += _units(named)
    head += [f"{terms.chinese(key)}: {value}" for key, value in extra]
    paragraphs = [markup(paragraph) for paragraph in body]
    return "\n".join([*head, "---", "", "\n\n".join(paragraphs), ""]) if paragraphs else "\n".join([*head, "---", ""])


def _units(units: list[str]) -> list[str]:
    name = terms.chinese("source_unit")
    if len(units) == 1:
        return [f"{name}: {quoted_if_needed(units[0])}"]
    return [f"{name}:", *(f"  - {quoted_if_needed(unit)}" for unit in units)] if units else []


def markup(paragraph: BodyParagraph) -> str:
    """A paragraph with its **段首语**; what the reader would take for markup is escaped."""
    text = paragraph.content
    pieces: list[str] = []
    at = 0
    for start, stop in paragraph.leads:
        pieces += [escaped(text[at:start]), f"**{escaped(text[start:stop])}**"]
        at = stop
    written = "".join([*pieces, escaped(text[at:])])
    return _LINE_START.sub("\\\\", written, count=1) if _LINE_START.match(written) else written


def escaped(text: str) -> str:
    """Text that is nothing but text to the reader of bodies."""
    return _NEEDS_ESCAPE.sub(lambda found: "\\" + found.group(), text)


def comment_lines(source: str, guesses: Iterable[str], remarks: Iterable[str], asides: Iterable[Aside]) -> list[str]:
    """What the editor should look at, and then delete."""
    told = [*guesses, *remarks]
    kept = [f"  {aside.label}：{aside.text}" for aside in asides]
    lines = [f"由“{source}”导入。以 # 开头的各行是导入说明，不会印出，核对后请删去。"]
    lines += ["导入时的判断："] + [f"  {one}" for one in told] if told else []
    return lines + (["没有放进正文的文字：", *kept] if kept else [])
