"""Figures (图片) of a body: `![图注](图片/甲.png)` on a line of its own, or a ```图片 block."""

from __future__ import annotations

from zugong.diagnostics import Problem, doubt, error
from zugong.model.prose import Text
from zugong.model.structures import Figure
from zugong.pictures.picture import Picture, PictureFault, PictureKind
from zugong.pictures.reading import LARGEST, look
from zugong.sources.characters import visible
from zugong.sources.materials import Materials, read_bytes
from zugong.sources.nodes import Line
from zugong.sources.record import Record
from zugong.sources.sheet_values import length_of
from zugong.text.measures import length

_ENDINGS = {
    PictureKind.PNG: (".png",),
    PictureKind.JPEG: (".jpg", ".jpeg"),
    PictureKind.SVG: (".svg",),
}
_NARROWEST = 10.0
"pt; a picture that is not as wide shows nothing"


def read_figure_line(line: Line, materials: Materials, problems: list[Problem]) -> Figure:
    """The figure on such a line."""
    border = line.content.index("](")
    caption = _text(line, 2, border)
    file = _text(line, border + 2, len(line.content) - 1)
    if not file.content:
        file = Text("", line.origin)
    picture = read_picture(file, materials, problems)
    return Figure(file, picture, line.origin, caption if caption.content else None)


def read_figure(record: Record, materials: Materials) -> Figure | None:
    """The figure of a record; None, with an error, when no file is named."""
    file = record.required_text("file")
    caption, description = record.text("caption"), record.text("description")
    width = _width(record)
    if file is None:
        return None
    picture = read_picture(file, materials, record.problems)
    return Figure(file, picture, record.origin, caption, width, description.content if description else "")


def read_picture(file: Text, materials: Materials, problems: list[Problem]) -> Picture | None:
    """The picture in a file; None, with an error where it is named, when it cannot be printed."""
    path = materials.find(file, "图片")
    data = path if isinstance(path, Problem) else read_bytes(path, file, "图片", LARGEST)
    if isinstance(data, Problem):
        problems.append(data)
        return None
    seen = look(data)
    if isinstance(seen, PictureFault):
        problems.append(error("bad-picture", seen.reason, file.origin, seen.advice, len(file.content)))
        return None
    if not file.content.lower().endswith(_ENDINGS[seen.kind]):
        problems.append(_wrong_ending(file, seen.kind))
    return seen


def _width(record: Record) -> float | None:
    width = length_of(record, "picture_width", 0.0)
    text = record.text("picture_width")
    if text is None or width >= _NARROWEST:
        return width or None
    if length(text.content) is not None:
        message = f"图片的宽“{text}”太窄"
        record.problems.append(error("bad-length", message, text.origin, "例如写成 10cm", len(text.content)))
    return None


def _wrong_ending(file: Text, kind: PictureKind) -> Problem:
    ending = _ENDINGS[kind][0]
    message = f"这个文件其实是 {ending[1:]} 图片，扩展名不对"
    advice = f"把文件名的结尾改成 {ending}，这里也一起改"
    return doubt("wrong-picture-ending", message, file.origin, advice, len(file.content))


def _text(line: Line, start: int, end: int) -> Text:
    inner = line.content[start:end]
    skipped = len(inner) - len(inner.lstrip())
    return Text(visible(inner).strip(), line.origin.shifted(start + skipped))
