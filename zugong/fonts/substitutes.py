"""What is told to the editor when an official face is not there and another takes its place."""

from __future__ import annotations

from collections.abc import Collection

from zugong.diagnostics import Location, Problem, Severity
from zugong.fonts.choosing import Choice
from zugong.fonts.faces import FaceSet
from zugong.fonts.places import OWN_FOLDER

SHIPPED_TITLES = {
    "Zg FangSong": "随附仿宋",
    "Zg FangSong Bold": "随附仿宋加粗",
    "Zg Kai": "随附楷体",
    "Zg WenKai": "随附楷体（补字）",
    "Zg Hei": "随附黑体",
    "Zg Song": "随附宋体",
    "Zg Song Bold": "随附宋体加粗",
    "Zg Latin": "随附西文",
    "Zg Latin Bold": "随附西文加粗",
}
"""Shipped families as an editor knows them."""


def substitution_problems(
    faces: FaceSet, used: Collection[str] | None = None, *, strict: bool = False
) -> tuple[Problem, ...]:
    """One Problem for each official face that is wanted but not what is drawn; with `used`, for those families only."""
    severity = Severity.ERROR if strict else Severity.HINT
    found: list[Problem] = []
    named: set[str] = set()
    for choice in faces.choices:
        official = choice.role.office_name
        if official in named:
            continue  # its bold: what is said of the face itself is enough
        named.add(official)
        first = next(iter(dict(faces.chains)[choice.role.key]), "")
        message = _message(choice, first)
        if message and (used is None or first in used):
            advice = f"安装{official}，或者把它的字体文件放进 {OWN_FOLDER} 文件夹"
            found.append(Problem(severity, "missing-face", message, Location(OWN_FOLDER, 0), advice))
    return tuple(found)


def _message(choice: Choice, first: str) -> str:
    """The sentence; empty when the face is the one that sheet.yaml asks for."""
    if choice.exact:
        return ""
    stand_in = choice.file.title if choice.file else SHIPPED_TITLES.get(first, first)
    if choice.refused:
        return f"{choice.refused[0].chinese} 是 PostScript 轮廓（OTF）的字体，PDF 会印成空白，用{stand_in}代替"
    return f"{choice.role.office_name} 未安装，用{stand_in}代替"
