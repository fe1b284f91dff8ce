"""Which installed face plays a role, and what is to be told when none does."""

from __future__ import annotations

from collections.abc import Iterable

from zugong.classes import dataclass, replace
from zugong.fonts.name_table import FaceNames
from zugong.fonts.official import names_to_try
from zugong.model.style_parts import FaceRole

_BOLD = 600
"a face of at least this weight is bold"

_REGULAR_WEIGHT, _BOLD_WEIGHT = 400, 700


@dataclass(frozen=True, slots=True)
class FaceFile:
    """A face that can be measured and embedded."""

    family: str
    "what the PDF calls it: in Latin letters, no two alike"
    title: str
    "what the editor calls it"
    path: str
    index: int
    "in a collection (TTC), else 0"
    grown: bool
    "has no bold of its own: its strokes are to be made heavier"


@dataclass(frozen=True, slots=True)
class Choice:
    """The installed face for a role."""

    role: FaceRole
    file: FaceFile | None
    "None: the shipped set"
    exact: bool
    "it is the very face that sheet.yaml names first"
    refused: tuple[FaceNames, ...]
    "installed and wanted, but WeasyPrint would draw blanks"


def choose(role: FaceRole, installed: Iterable[FaceNames]) -> Choice:
    """The first face by the names of sheet.yaml that is installed and can be drawn."""
    upright = [face for face in installed if not face.italic]
    refused: list[FaceNames] = []
    for position, names in enumerate(names_to_try(role.office_name, role.alternatives)):
        found = _named(upright, names)
        drawable = [face for face in found if face.outlines == "truetype"]
        if drawable:
            file = _file(_nearest(drawable, role.bold), role.bold)
            return Choice(role, file, position == 0, tuple(refused))
        refused.extend(found)
    return Choice(role, None, False, tuple(refused))


def _named(faces: Iterable[FaceNames], names: tuple[str, ...]) -> list[FaceNames]:
    wanted = {name.casefold() for name in names}
    return [face for face in faces if any(name.casefold() in wanted for name in face.names)]


def _nearest(faces: list[FaceNames], bold: bool) -> FaceNames:
    """The one of the right weight; the first of several, since the workspace's own come first."""
    weight = _BOLD_WEIGHT if bold else _REGULAR_WEIGHT
    return min(faces, key=lambda face: ((face.weight >= _BOLD) != bold, abs(face.weight - weight)))


def _file(face: FaceNames, bold: bool) -> FaceFile:
    grown = bold and face.weight < _BOLD
    latin = "".join(
        sign for sign in face.postscript or face.chinese if sign.isascii() and (sign.isalnum() or sign in "_-")
    )
    # The same face is another family when it is made bold.
    return FaceFile((latin or "Face") + (" Grown" if grown else ""), face.chinese, face.path, face.index, grown)


def distinct(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The same choices; where two files call themselves alike, the later gets a number."""
    taken: dict[str, FaceFile] = {}
    renamed: list[Choice] = []
    for choice in choices:
        file = choice.file
        number = 1
        while file and taken.setdefault(file.family, file) != file:
            number += 1
            file = replace(file, family=f"{choice.file.family if choice.file else ''} {number}")
        renamed.append(replace(choice, file=file))
    return tuple(renamed)
