"""Everyday characters are really in the shipped faces."""

from tests.support.printed import faces, styles
from zugong.text.punctuation import is_han
from zugong.text.repertoire import are_everyday

EVERYDAY = [chr(point) for point in range(0x20, 0x10000) if not 0xD800 <= point < 0xE000 and are_everyday({chr(point)})]


def test_there_are_as_many_as_gb_2312_has() -> None:
    assert sum(map(is_han, EVERYDAY)) >= 6763
    assert not are_everyday({"安", "祎"})
    assert are_everyday({*"²—·…“”～安庆 \u3000A"})
    assert not any(are_everyday({"安", one}) for one in "½―\u200b\n")


def test_every_chinese_face_sets_them_without_substituting_a_han() -> None:
    for face in ("仿宋", "仿宋加粗", "楷体", "黑体", "宋体", "小标宋"):
        for character in EVERYDAY:
            glyph = faces().glyph(face, character)
            assert glyph is not None, (face, character)
            assert not (is_han(character) and glyph.substituted), (face, character)


def test_the_shipped_sheet_uses_these_faces_only() -> None:
    used = {style.face for _, style in styles().paragraphs} | {style.face for _, style in styles().accents}
    assert used - {None} <= {"仿宋", "仿宋加粗", "楷体", "黑体", "宋体", "小标宋"}
