"""Characters that no face has, and characters that only a fill-in face has."""

from __future__ import annotations

from zugong.diagnostics import Problem, error, hint
from zugong.fonts.faces import FaceSet
from zugong.layout.sheet import Sheet, runs_by_role
from zugong.model.styles import Accent, Role, Styles
from zugong.text.punctuation import is_han


def face_problems(sheet: Sheet, faces: FaceSet) -> tuple[Problem, ...]:
    """An error for each character that no face has, one 提示 for each 汉字 that its own face lacks."""
    problems: list[Problem] = []
    seen: set[tuple[str, str]] = set()
    for role, run in runs_by_role(sheet):
        face = _face(role, run.accent, sheet.styles)
        for index, character in enumerate(run.content):
            glyph = faces.glyph(face, character)
            place = run.origin.shifted(index)
            if glyph is None:
                message = f"没有一种字体有“{character}”（U+{ord(character):04X}）这个字，印不出来"
                advice = "请核对是否写错；确是生僻字的，请换成通用写法"
                problems.append(error("missing-glyph", message, place, advice))
            elif glyph.substituted and is_han(character) and (face, character) not in seen:
                seen.add((face, character))
                message = f"{face}里没有“{character}”字，改用{_shown(glyph.family)}"
                problems.append(hint("substituted-face", message, place, "只是提醒，不影响印制"))
    return tuple(problems)


def _face(role: Role, accent: Accent, styles: Styles) -> str:
    own = styles.accent(accent).face if accent is not Accent.PLAIN else None
    return own or styles.paragraph(role).face


def _shown(family: str) -> str:
    """A shipped family as an editor knows it."""
    return _CHINESE.get(family, family)


_CHINESE = {
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
