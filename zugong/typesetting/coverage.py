"""Characters that no face has, and characters that only a fill-in face has."""

from __future__ import annotations

from zugong.diagnostics import Location, Problem, doubt, error
from zugong.fonts.faces import FaceSet
from zugong.fonts.substitutes import SHIPPED_TITLES
from zugong.layout.sheet import Sheet, StyledRun, runs_by_role
from zugong.model.styles import Accent, Role, Styles
from zugong.text.lookalikes import everyday_form
from zugong.text.punctuation import is_han

_SHOWN = 8
"characters of a long stretch that a message names"


def face_problems(sheet: Sheet, faces: FaceSet) -> tuple[Problem, ...]:
    """An error for each stretch of characters that no face has, a 疑问 for each 汉字 that its own face lacks."""
    problems: dict[Location, Problem] = {}
    substituted: set[tuple[str, str]] = set()
    for role, run in runs_by_role(sheet):
        face = _face(role, run.accent, sheet.styles)
        for start, stop in _lacking(run, face, faces):
            origin = run.origin.shifted(start)
            problems.setdefault(origin, _missing(run.content[start:stop], origin))
        for index, character in enumerate(run.content):
            glyph = faces.glyph(face, character)
            if glyph and glyph.substituted and is_han(character) and (face, character) not in substituted:
                substituted.add((face, character))
                origin = run.origin.shifted(index)
                problems.setdefault(origin, _substituted(character, face, glyph.family, origin))
    return tuple(problems.values())


def _lacking(run: StyledRun, face: str, faces: FaceSet) -> list[tuple[int, int]]:
    """Half-open stretches of a run that no face has."""
    stretches: list[tuple[int, int]] = []
    for index, character in enumerate(run.content):
        if faces.glyph(face, character) is None:
            follows = stretches and stretches[-1][1] == index
            start = stretches.pop()[0] if follows else index
            stretches.append((start, index + 1))
    return stretches


def _missing(content: str, origin: Location) -> Problem:
    shown = content if len(content) <= _SHOWN else content[:_SHOWN] + "…"
    points = "、".join(f"U+{ord(character):04X}" for character in content[:_SHOWN])
    message = f"没有一种字体有“{shown}”（{points}），印不出来"
    meant = everyday_form(content[0])
    if meant:
        advice = f"这是从别处粘贴来的“{content[0]}”，和平常打的“{meant}”不是同一个字，请改打“{meant}”"
    else:
        advice = "请核对是否写错；确是生僻字的，请换成通用写法"
    return error("missing-glyph", message, origin, advice, len(content))


def _substituted(character: str, face: str, family: str, origin: Location) -> Problem:
    message = f"{face}里没有“{character}”字，改用{SHIPPED_TITLES.get(family, family)}"
    return doubt("substituted-face", message, origin, "能印出来，只是笔画和旁边的字不一样")


def _face(role: Role, accent: Accent, styles: Styles) -> str:
    own = styles.accent(accent).face if accent is not Accent.PLAIN else None
    return own or styles.paragraph(role).face
