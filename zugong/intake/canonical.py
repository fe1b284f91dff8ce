"""fmt: an item file in its canonical form; written only when every word of it reads back the same."""

from __future__ import annotations

import re
from pathlib import Path

from zugong.diagnostics import Location, Problem, error, has_errors
from zugong.model.issue import ItemDraft
from zugong.outputs import replace_file
from zugong.sources.files import read_text, shown_path
from zugong.sources.head import Parts, cut
from zugong.sources.item import read_item
from zugong.sources.tables import ITEM_HEAD

_KEY = re.compile(r"([^\s#:][^:]*?)\s*:(?:\s+|$)")


def tidy(root: Path, path: Path, *, write: bool) -> bool | Problem:
    """Whether the file was (or would be) written anew; a Problem when it had better be left alone."""
    shown = shown_path(root, path)
    if path.suffix.lower() != ".md":
        return error("fmt-not-md", "只整理 .md 稿件", Location(shown, 0), ".yaml 稿件请自己整理")
    before = read_item(root, path)
    source = read_text(root, path).value
    if source is None or has_errors(before.problems):
        return error("fmt-has-errors", "文件有错误，读不完整", Location(shown, 0), "先用 zugong check 看看，改好再整理")
    text = canonical(cut(source))
    old = path.read_bytes()
    if text.encode("utf-8") == old:
        return False
    candidate = path.with_name(f".zugong-fmt-{path.name}")
    try:
        replace_file(candidate, text.encode("utf-8"))
        after = read_item(root, candidate).value
        if _words(after) != _words(before.value):
            return error("fmt-differs", "整理以后文字会变", Location(shown, 0), "请把文件发给维护人员看看")
        if write:
            replace_file(path, text.encode("utf-8"))
    except OSError as fault:
        return error(
            "cannot-write", f"写不了文件：{fault.strerror or '原因不明'}", Location(shown, 0), "请检查文件能不能写入"
        )
    finally:
        candidate.unlink(missing_ok=True)
    return True


def canonical(parts: Parts) -> str:
    """Fields in the order of the table, paragraphs parted by one empty line, nothing behind a line."""
    head = "\n".join(line.rstrip() for block in _ordered(parts.head) for line in block)
    paragraphs: list[str] = []
    open_lines: list[str] = []
    for line in (*(one.content.strip() for one in parts.body), ""):
        if line:
            open_lines.append(line)
        elif open_lines:
            paragraphs.append("\n".join(open_lines))
            open_lines = []
    body = "\n\n".join(paragraphs)
    return f"---\n{head}\n---\n" + (f"\n{body}\n" if body else "")


def _ordered(lines: tuple[str, ...]) -> list[list[str]]:
    """The fields, each with the comments above it and the lines that belong to it."""
    blocks: list[tuple[int, list[str]]] = []
    waiting: list[str] = []
    for line in lines:
        key = _KEY.match(line)
        if key:
            blocks.append((_place(key[1].strip("'\"")), [*waiting, line]))
            waiting = []
        elif line.startswith("#") or not line.strip():
            waiting += [line] if line.strip() else []
        elif blocks and not waiting:
            blocks[-1][1].append(line)
        else:
            return [[one for one in lines if one.strip()]]
    ordered = [block for _, block in sorted(blocks, key=lambda one: one[0])]
    return [*ordered, waiting] if waiting else ordered


def _place(word: str) -> int:
    field = ITEM_HEAD.find(word)
    return ITEM_HEAD.fields.index(field) if field else len(ITEM_HEAD.fields)


def _words(item: ItemDraft) -> tuple[object, ...]:
    """Everything that was written, without where."""
    paragraphs = tuple(
        (one.content, one.leads, tuple((p.rule.content, p.reason, p.at) for p in one.ignores)) for one in item.body
    )
    texts = (item.headline, item.section, *item.source_units)
    ignores = tuple((one.rule.content, one.reason) for one in item.ignores)
    return (
        tuple(one.content if one else None for one in texts),
        item.headline_placement,
        paragraphs,
        ignores,
        item.complete,
    )
