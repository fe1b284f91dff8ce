"""fmt: an item file in its canonical form; written only when every word of it reads back the same."""

from __future__ import annotations

from pathlib import Path

from zugong.diagnostics import Location, Problem, error, has_errors
from zugong.intake.canonical_body import canonical_body
from zugong.intake.canonical_fields import canonical_fields
from zugong.intake.wording import wording
from zugong.outputs import replace_file
from zugong.sources.files import SourceText, read_text, shown_path
from zugong.sources.head import cut
from zugong.sources.item import read_item
from zugong.sources.tables import ITEM, ITEM_HEAD


def tidy(root: Path, path: Path, *, write: bool) -> bool | Problem:
    """Whether the file was (or would be) written anew; a Problem when it had better be left alone."""
    shown = shown_path(root, path)
    before = read_item(root, path)
    source = read_text(root, path).value
    if source is None or has_errors(before.problems):
        return error("fmt-has-errors", "文件有错误，读不完整", Location(shown, 0), "先用 zugong check 看看，改好再整理")
    text = canonical(source, path)
    old = path.read_bytes()
    if text.encode("utf-8") == old:
        return False
    candidate = path.with_name(f".zugong-fmt-{path.name}")
    try:
        replace_file(candidate, text.encode("utf-8"))
        after = read_item(root, candidate)
        if has_errors(after.problems) or wording(after.value) != wording(before.value):
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


def canonical(source: SourceText, path: Path) -> str:
    """Fields in the order of the table, blocks of the body parted by one empty line, nothing behind a line."""
    if path.suffix.lower() != ".md":
        return "\n".join(canonical_fields(source.lines, ITEM)) + "\n"
    parts = cut(source)
    head = "".join(f"{line}\n" for line in canonical_fields(parts.head, ITEM_HEAD))
    body = "\n".join(canonical_body([line.content for line in parts.body]))
    return f"---\n{head}---\n" + (f"\n{body}\n" if body else "")
