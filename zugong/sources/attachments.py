"""Attachments (附件) that items name: files of their own in the folder 附件 of an issue."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from zugong.diagnostics import Location, Problem, error, hint
from zugong.model.issue import ItemDraft
from zugong.model.prose import Text
from zugong.model.structures import Attachment
from zugong.sources.blocks import read_blocks
from zugong.sources.files import read_text, shown_path
from zugong.sources.folder import MATERIAL_FOLDERS, PICTURE_ENDINGS, is_leftover
from zugong.sources.head import cut
from zugong.sources.materials import Materials
from zugong.sources.nodes import Node, Scalar
from zugong.sources.reading import Reading, capped
from zugong.sources.record import Record, open_record
from zugong.sources.tables import ATTACHMENT_HEAD
from zugong.sources.yaml_reader import read_yaml

FOLDER = MATERIAL_FOLDERS[0]
_ENDING = ".md"


def read_attachments(record: Record, materials: Materials) -> Reading[tuple[Attachment, ...]]:
    """The attachments of an item in its order; one that cannot be read is left out, with an error."""
    found: dict[Path, Attachment | None] = {}
    problems: list[Problem] = []
    for name in record.texts("attachments"):
        path = _located(name, materials)
        if isinstance(path, Problem):
            problems.append(path)
        elif path in found:
            message = f"附件“{name}”列了两次"
            problems.append(error("attachment-twice", message, name.origin, "删去一个", len(name.content)))
        else:
            reading = read_attachment(path, materials)
            found[path] = reading.value
            problems.extend(reading.problems)
    return Reading(tuple(one for one in found.values() if one is not None), tuple(problems))


def read_attachment(path: Path, materials: Materials) -> Reading[Attachment | None]:
    """The attachment in a file; None when it is no text."""
    text = read_text(materials.root, path)
    if text.value is None:
        return Reading(None, text.problems)
    parts = cut(text.value)
    problems = [parts.problem] if parts.problem else []
    tree = read_yaml(parts.head, text.value.path, parts.first_line)
    problems.extend(tree.problems)
    node: Node = Scalar((), Location(text.value.path, parts.first_line)) if tree.value is None else tree.value
    title = open_record(node, ATTACHMENT_HEAD, problems).required_text("headline")
    body = read_blocks(parts.body, materials)
    problems.extend(body.problems)
    if not body.value:
        place = Location(text.value.path, 0)
        problems.append(error("empty-body", "附件没有内容", place, "在第二个“---”下面空一行，写附件的内容"))
    attachment = Attachment(title, body.value, Location(text.value.path))
    return Reading(attachment, capped((*text.problems, *problems)))


def _located(name: Text, materials: Materials) -> Path | Problem:
    path = materials.find(name, "附件", FOLDER, ("", _ENDING))
    if isinstance(path, Path) and path.suffix.lower() != _ENDING:
        advice = "附件的文字写成 .md 文件，开头和稿件一样写“标题”；表格和图片写在里面"
        return error("bad-attachment", f"附件“{name}”不是 .md 文件", name.origin, advice, len(name.content))
    return path


def unnamed_attachments(root: Path, folder: Path, items: Iterable[ItemDraft]) -> tuple[Problem, ...]:
    """A remark on every file in 附件 that no item names: it will not be printed."""
    named = {attachment.origin.path for item in items for attachment in item.extras.attachments}
    try:
        paths = sorted((folder / FOLDER).iterdir())
    except OSError:
        return ()
    files = (path for path in paths if not is_leftover(path.name) and path.suffix.lower() not in PICTURE_ENDINGS)
    shown = (shown_path(root, path) for path in files)
    message, advice = "没有稿件写到这个附件，不会印出", f"在稿件开头加一行“附件: {FOLDER}/文件名”，或者删去这个文件"
    return tuple(hint("unused-attachment", message, Location(path, 0), advice) for path in shown if path not in named)
