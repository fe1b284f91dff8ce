"""What a PDF/A and a DOCX are given: grey or RGB, 8 bit, upright, opaque, no larger than the paper shows."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from zugong.pictures.picture import Picture, PictureKind
from zugong.pictures.printing import printable
from zugong.pictures.reading import look


def encoded(image, kind, **options):
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def printed(data, width=100.0):
    picture = look(data)
    assert isinstance(picture, Picture), picture
    made = printable(picture, width)
    image = Image.open(BytesIO(made.data))
    image.load()
    assert made == printable.__wrapped__(picture, width)
    assert image.format.lower() == made.kind.value
    assert image.size == (made.columns, made.lines)
    assert image.mode == ("L" if made.grey else "RGB")
    assert "transparency" not in image.info
    return made, image


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png(mode):
    image = Image.new("RGBA" if mode == "PA" else mode, (40, 30))
    made, _ = printed(encoded(image.convert("P") if mode == "PA" else image, "PNG"))
    assert made.kind is PictureKind.PNG


def test_what_is_see_through_becomes_white():
    image = Image.new("RGBA", (40, 30), (255, 0, 0, 0))
    image.paste((0, 0, 255, 255), (0, 0, 10, 10))
    _, flat = printed(encoded(image, "PNG"))
    assert flat.getpixel((20, 20)) == (255, 255, 255)
    assert flat.getpixel((5, 5)) == (0, 0, 255)


def test_a_see_through_colour_of_a_palette():
    image = Image.new("P", (40, 30), 0)
    image.putpalette([255, 0, 0, 0, 255, 0])
    image.paste(1, (0, 0, 10, 10))
    _, flat = printed(encoded(image, "PNG", transparency=0))
    assert flat.getpixel((20, 20)) == (255, 255, 255)
    assert flat.getpixel((5, 5)) == (0, 255, 0)


@pytest.mark.parametrize(("value", "grey"), [(0, 0), (32896, 128), (65535, 255)])
def test_sixteen_bits_of_grey(value, grey):
    image = Image.new("I;16", (40, 30), value)
    _, flat = printed(encoded(image, "PNG"))
    assert flat.getpixel((5, 5)) == pytest.approx(grey, abs=1)


def test_a_plain_jpeg_keeps_every_byte_of_its_picture():
    data = encoded(Image.effect_noise((200, 100), 50).convert("RGB"), "JPEG", quality=80)
    made, _ = printed(data)
    assert made.data == data


@pytest.mark.parametrize("progressive", [False, True])
def test_what_a_camera_notes_is_not_passed_on(progressive):
    exif = Image.Exif()
    exif[0x010F] = "CAMERA-MAKER"
    image = Image.effect_noise((200, 100), 50).convert("RGB")
    data = encoded(image, "JPEG", exif=exif, comment=b"REMARK", progressive=progressive)
    made, flat = printed(data)
    assert b"CAMERA-MAKER" in data
    assert b"CAMERA-MAKER" not in made.data
    assert b"REMARK" not in made.data
    assert flat.tobytes() == Image.open(BytesIO(data)).tobytes()


def test_a_picture_on_its_side_is_turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    image = Image.new("RGB", (80, 40), (255, 255, 255))
    image.paste((255, 0, 0), (0, 0, 20, 40))  # the left end, which is the top of the turned picture
    made, flat = printed(encoded(image, "JPEG", exif=exif))
    assert (made.columns, made.lines) == (40, 80)
    red, _, blue = flat.getpixel((20, 5))
    assert red > 200 > blue


def test_cmyk_becomes_rgb():
    image = Image.new("CMYK", (80, 40), (0, 255, 255, 0))
    _, flat = printed(encoded(image, "JPEG"))
    red, green, blue = flat.getpixel((20, 5))
    assert red > 200
    assert max(green, blue) < 60


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize(("pixels", "columns"), [(300, 300), (440, 440), (460, 300), (3000, 300)])
def test_no_more_than_the_paper_shows(kind, pixels, columns):
    """72 pt are an inch: 300 dots; up to half as many more are left as they are."""
    made, _ = printed(encoded(Image.new("RGB", (pixels, pixels)), kind), 72.0)
    assert made.columns == columns


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20mm" viewBox="0 0 40 20">'
    '<rect x="0" y="0" width="10" height="20" fill="#ff0000"/>{}</svg>'
)


def test_a_drawing_is_drawn_for_its_width():
    made, flat = printed(SVG.format("").encode(), 72.0)
    assert (made.kind, made.columns, made.lines) == (PictureKind.PNG, 300, 150)
    assert flat.getpixel((20, 75)) == (255, 0, 0)
    assert flat.getpixel((200, 75)) == (255, 255, 255)


@pytest.mark.parametrize(
    "family", ["", 'font-family="SimSun"', 'font-family="黑体, sans-serif"', 'font-family="Zg Kai"']
)
def test_text_of_a_drawing_is_set_in_shipped_faces(family):
    """Faces that the machine may have or not must not change the paper."""
    _, flat = printed(SVG.format(f'<text x="14" y="14" font-size="6" {family}>任务清单</text>').encode(), 144.0)
    box = flat.crop((160, 0, 600, 300)).convert("L").point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None
    assert box[2] - box[0] > 0.8 * 4 * 6 / 40 * 600
