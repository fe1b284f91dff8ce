"""What issues are set with: sheet.yaml, its faces, and the paragraphs that are set already."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from zugong.classes import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.fonts.faces import FaceSet
    from zugong.fonts.name_table import FaceNames
    from zugong.layout.sheet import Block
    from zugong.model.styles import Styles
    from zugong.typesetting.grid import Strip


@dataclass(slots=True, eq=False)
class Means:
    """sheet.yaml and the faces that it asks for: read when first wanted, once for all issues of a run."""

    root: Path
    known: dict[Block, Strip] = field(default_factory=dict)
    "paragraphs set with them: most are the same after a word was changed (build --watch)"
    _found: tuple[Styles, FaceSet] | None = None

    def found(self) -> tuple[Styles, FaceSet] | None:
        """Both; None when sheet.yaml cannot be used."""
        if self._found is None:
            from zugong.fonts.installed import installed_faces
            from zugong.sources.styles import read_styles

            styles = read_styles(self.root).value
            self._found = None if styles is None else (styles, _face_set(styles, tuple(installed_faces(self.root))))
        return self._found


@lru_cache(4)
def _face_set(styles: Styles, installed: tuple[FaceNames, ...]) -> FaceSet:
    """The same one as long as nothing changes (build --watch), so that no glyph is looked up twice."""
    from zugong.fonts.faces import faces_for

    return faces_for(styles, installed)
