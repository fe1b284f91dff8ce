"""The parts of an item → the text of its file, in a form that the reader gives back to the character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from zugong import terms
from zugong.classes import dataclass
from zugong.intake.drafts import BodyParagraph, DraftBlock, DraftFigure, DraftTable
from zugong.intake.escaping import markup
from zugong.intake.parts import Aside
from zugong.intake.table_text import FENCE, quoted, table_text
from zugong.sources.scalars import quoted_if_needed

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class HeadField:
    """A field of the head beside headline, section and units."""

    key: str
    lines: tuple[str, ...]
    "one line of text, or a list of several"
    is_list: bool = False
    is_text: bool = False
    "paragraphs: a block of lines"


def item_text(
    headline: str,
    section: str,
    units: Iterable[str],
    body: Iterable[DraftBlock],
    comments: Iterable[str] = (),
    extra: Iterable[HeadField] = (),
    files: Mapping[str, str] | None = None,
) -> str:
    """The whole file; `comments` stand in its head, since a body knows no comment that is not printed.

    `files`: key of a figure → its path in the folder of the issue.
    """
    head = ["---", *(f"# {_UNSAFE.sub(' ', line)}".rstrip() for line in comments)]
    head.append(f"{terms.chinese('headline')}: {scalar(headline)}".rstrip())
    fields = [HeadField("section", (section,) if section else ()), HeadField("source_unit", tuple(units)), *extra]
    head += [line for one in fields for line in _field(one)]
    blocks = body_text(body, files or {})
    return "\n".join([*head, "---", "", blocks, ""]) if blocks else "\n".join([*head, "---", ""])


def body_text(body: Iterable[DraftBlock], files: Mapping[str, str]) -> str:
    """All blocks, parted by blank lines."""
    return "\n\n".join(_block(one, files) for one in body)


def _block(block: DraftBlock, files: Mapping[str, str]) -> str:
    match block:
        case BodyParagraph():
            return markup(block)
        case DraftTable():
            return table_text(block)
        case DraftFigure(key=key):
            return _figure(block, files[key])


def _figure(figure: DraftFigure, file: str) -> str:
    """On one line, unless there is more to say than that holds."""
    if "](" not in figure.caption and not figure.width and not figure.description:
        return f"![{figure.caption}]({file})"
    width = f"{figure.width:.2f}pt" if figure.width else ""
    named = (("file", file), ("caption", figure.caption), ("picture_width", width), ("description", figure.description))
    fields = [f"{terms.chinese(key)}: {scalar(text)}" for key, text in named if text]
    return "\n".join([FENCE + terms.chinese("figure"), *fields, FENCE])


def _field(field: HeadField) -> list[str]:
    """Nothing where there is nothing to say; a list where it has several lines."""
    name = terms.chinese(field.key)
    if field.is_text and field.lines:
        return [f"{name}: |", *(f"  {line}".rstrip() for line in field.lines)]
    if len(field.lines) == 1 and not field.is_list:
        return [f"{name}: {scalar(field.lines[0])}"]
    return [f"{name}:", *(f"  - {scalar(line)}" for line in field.lines)] if field.lines else []


def scalar(text: str) -> str:
    """As it can stand behind a field's name; a wide space inside is meant."""
    return quoted(text) if "\u3000" in text.strip() else quoted_if_needed(text)


def comment_lines(source: str, guesses: Iterable[str], remarks: Iterable[str], asides: Iterable[Aside]) -> list[str]:
    """What the editor should look at, and then delete."""
    told = [*guesses, *remarks]
    kept = [f"  {aside.label}：{aside.text}" for aside in asides]
    lines = [f"由“{source}”导入。以 # 开头的各行是导入说明，不会印出，核对后请删去。"]
    lines += ["导入时的判断："] + [f"  {one}" for one in told] if told else []
    return lines + (["没有放进正文的文字：", *kept] if kept else [])
