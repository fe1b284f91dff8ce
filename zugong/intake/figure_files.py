"""Pictures as they came → files that can be printed, and their names in the issue's folder."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from zugong.classes import dataclass
from zugong.intake.manuscript import Figure
from zugong.pictures.converting import converted
from zugong.pictures.picture import Picture, PictureKind
from zugong.pictures.reading import look

FOLDER = "图片"
_ENDINGS = {PictureKind.PNG: "png", PictureKind.JPEG: "jpg", PictureKind.SVG: "svg"}
_UNFIT = re.compile(r'[\s/\\:*?"<>|()\[\]#`\x00-\x1f\x7f。，、；：！？…“”‘’（）《》]+')
_CAPTION_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture that can be printed."""

    picture: Picture
    converted: str = ""
    "what it was before it became PNG"

    @property
    def ending(self) -> str:
        """Of its file, without a dot."""
        return _ENDINGS[self.picture.kind]


def prepared(figure: Figure) -> Prepared | str:
    """The picture, told by its content; or why it cannot be printed."""
    seen = look(figure.content)
    if isinstance(seen, Picture):
        return Prepared(seen)
    made = converted(figure.content)
    picture = look(made[1]) if made else seen
    return Prepared(picture, made[0]) if made and isinstance(picture, Picture) else seen.reason


class FigureNames:
    """Names that are free in one issue's folder; the same picture again gets the name that it has."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        "None: it is not there yet, so that every name is free"
        self._given: dict[str, str] = {}
        self.new: dict[str, bytes] = {}
        "name in the folder of the issue → content, for files that are not there yet"

    def name(self, content: bytes, wanted: str, ending: str) -> str:
        """图片/图1农家书屋.png; never that of a file with another content."""
        stem = _UNFIT.sub("", wanted).strip(".-")[:_CAPTION_LENGTH] or f"图片{sha256(content).hexdigest()[:8]}"
        number = 1
        while True:
            found = f"{FOLDER}/{stem}{'' if number == 1 else f'-{number}'}.{ending}"
            if self._given.get(found) == sha256(content).hexdigest():
                return found
            if found not in self._given and self._is_free(found, content):
                self._given[found] = sha256(content).hexdigest()
                return found
            number += 1

    def _is_free(self, name: str, content: bytes) -> bool:
        path = self._folder / name if self._folder is not None else None
        if path is None or not path.exists():
            self.new[name] = content
            return True
        try:
            return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
        except OSError:
            return False
