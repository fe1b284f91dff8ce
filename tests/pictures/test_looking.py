"""What bytes are, told by the bytes; broken and forged ones are refused in Chinese, and in time."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from tests.support.timing import within
from zugong.pictures.picture import Picture, PictureFault, PictureKind
from zugong.pictures.raster import MOST_PIXELS
from zugong.pictures.reading import LARGEST, look

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
SIZE = 'width="40" height="20"'


def encoded(kind, mode="RGB", size=(300, 200), **options):
    buffer = BytesIO()
    Image.new(mode, size).save(buffer, kind, **options)
    return buffer.getvalue()


def svg(inside="", size=SIZE):
    return SVG.format(size, inside).encode()


def refused(data):
    found = look(data)
    assert isinstance(found, PictureFault), found
    assert found.reason
    assert found.advice
    return found.reason


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (encoded("PNG"), PictureKind.PNG, (225, 150)),
        (encoded("PNG", dpi=(300, 300)), PictureKind.PNG, (72, 48)),
        (encoded("PNG", dpi=(1, 1)), PictureKind.PNG, (225, 150)),
        (encoded("PNG", dpi=(100000, 100000)), PictureKind.PNG, (225, 150)),
        (encoded("PNG", "I;16"), PictureKind.PNG, (225, 150)),
        (encoded("JPEG"), PictureKind.JPEG, (225, 150)),
        (encoded("JPEG", dpi=(150, 150)), PictureKind.JPEG, (144, 96)),
        (encoded("JPEG", "CMYK"), PictureKind.JPEG, (225, 150)),
        (encoded("JPEG", "L", progressive=True), PictureKind.JPEG, (225, 150)),
        (svg(), PictureKind.SVG, (30, 15)),
        (svg(size='width="4cm" height="20mm"'), PictureKind.SVG, (113.4, 56.7)),
        (svg(size='viewBox="0 0 40 20"'), PictureKind.SVG, (30, 15)),
        (svg(size='width="100%" height="100%" viewBox="0,0,40,20"'), PictureKind.SVG, (30, 15)),
        (svg(size='width="40pt" viewBox="0 0 2 1"'), PictureKind.SVG, (40, 20)),
        (svg(size='height="20pt" viewBox="0 0 2 1"'), PictureKind.SVG, (40, 20)),
        (
            b"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?>\n" + svg("<text>\u4e66</text>"),
            PictureKind.SVG,
            (30, 15),
        ),
        (svg("<text>书</text>").decode().encode("utf-16"), PictureKind.SVG, (30, 15)),
        (
            b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd">' + svg(),
            PictureKind.SVG,
            (30, 15),
        ),
    ],
)
def test_kind_and_size(data, kind, size):
    found = look(data)
    assert isinstance(found, Picture), found
    assert found.kind is kind
    assert (found.width, found.height) == pytest.approx(size, abs=0.2)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_camera_held_sideways(turn):
    exif = Image.Exif()
    exif[0x0112] = turn
    found = look(encoded("JPEG", exif=exif))
    assert (found.width, found.height) == ((150, 225) if turn >= 5 else (225, 150))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "空"),
        (b"GIF89a", "GIF"),
        (b"BM1234", "BMP"),
        (b"%PDF-1.4", "PDF"),
        (b"RIFF1234WEBPVP8 ", "WebP"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        ("文字".encode(), "不是"),
        (encoded("PNG")[:60], "损坏"),
        (encoded("PNG")[:-30], "损坏"),
        (encoded("PNG").replace(b"IDAT", b"IDAX"), "损坏"),
        (encoded("JPEG")[:300], "损坏"),
        (encoded("JPEG", size=(800, 800))[:-500], "损坏"),
        (b"\xff\xd8\xff", "损坏"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "损坏"),
        (b"x" * (LARGEST + 1), "太大"),
    ],
    ids=lambda value: value if isinstance(value, str) else ascii(value[:8]),
)
def test_what_is_no_picture(data, word):
    assert word in refused(data)


def test_a_file_that_is_cut_off_is_told_also_after_weasyprint_was_imported(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as weasyprint/images.py does
    look.cache_clear()
    assert "损坏" in refused(encoded("PNG")[:-30])
    assert ImageFile.LOAD_TRUNCATED_IMAGES, "left as it was"


def bomb(width, height):
    """A PNG of a few hundred bytes with a header that promises the world."""

    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(10_001, 10_000), (60_000, 60_000), (2**31 - 1, 1), (1, 40_000), (2**30, 2**30)])
def test_bombs_are_not_unpacked(size):
    assert size[0] * size[1] > MOST_PIXELS or max(size) > 30_000
    with within(1):
        refused(bomb(*size))


def test_a_bomb_of_remarks():
    data = encoded("PNG")
    text = zlib.compress(b"a" * 80_000_000, 9)
    content = b"c\0\0" + text
    chunk = struct.pack(">I", len(content)) + b"zTXt" + content + struct.pack(">I", zlib.crc32(b"zTXt" + content))
    with within(2):
        look(data[:33] + chunk + data[33:])


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>",
        '<g onclick="a()"/>',
        "<foreignObject/>",
        '<image href="http://a.cn/a.png"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<image href="a.png"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<use href="b.svg#a"/>',
        '<a href="http://a.cn"/>',
        '<rect style="fill:url(http://a.cn/a)"/>',
        "<rect fill=\"url( '//a.cn' )\"/>",
        "<style>@import 'a.css';</style>",
        "<style>a{b:url(c.png)}</style>",
        "<style><![CDATA[a{b:url(c.png)}]]></style>",
        "<style>a{b:u\\72l(c.png)}</style>",
        '<rect style="fill:u\\72l(c.png)"/>',
        '<?xml-stylesheet href="a.css"?>',
        "&xxe;",
        "<g>",
        '<g id="a"><use href="#a"/></g>',
    ],
)
def test_a_drawing_is_nothing_but_a_drawing(inside):
    refused(svg(inside))


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>',
        '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" width="9" height="9"/>',
        '<rect id="a" width="9" height="9"/><use xlink:href="#a"/>',
        "<style>.a{fill:red}</style>",
        '<g font-family="宋体" data-file="C:\\a(1).svg"/>',
    ],
)
def test_what_a_drawing_may_hold(inside):
    assert isinstance(look(svg(inside)), Picture)


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"),
        b"<!DOCTYPE svg ["
        + b"".join(b'<!ENTITY a%d "&a%d;&a%d;">' % (n + 1, n, n) for n in range(30))
        + b"]>"
        + svg("&a30;"),
        svg("<g>" * 5000 + "</g>" * 5000),
        svg("<g/>" * 200_000),
        svg("".join(f'<g id="a{n + 1}">' + f'<use href="#a{n}"/>' * 10 + "</g>" for n in range(12))),
        svg("".join(f'<g id="a{n + 1}"><use href="#a{n}"/></g>' for n in range(5000)) + '<use href="#a5000"/>'),
        svg(size='width="1e9" height="1"'),
        svg(size='width="9999999" height="1"'),
        svg(size='width="-5" height="5"'),
        svg(size=""),
        b"<svg" * 100_000,
        b"<html><svg/></html>",
        svg()[:-3],
    ],
    ids=lambda data: ascii(data[:20]),
)
def test_hostile_drawings(data):
    with within(3):
        refused(data)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([encoded("PNG", size=(20, 20)), encoded("JPEG", size=(20, 20)), svg("<g/>")]), st.data())
def test_any_damage_is_survived(data, draws):
    """One byte changed, or the end cut off."""
    at = draws.draw(st.integers(0, len(data) - 1))
    value = draws.draw(st.integers(0, 255))
    for broken in (data[:at] + bytes([value]) + data[at + 1 :], data[:at]):
        found = look(broken)
        assert isinstance(found, Picture | PictureFault)
        if isinstance(found, Picture):
            assert found.width > 0
            assert found.height > 0


def test_a_hair_is_no_picture():
    assert "太窄" in refused(encoded("PNG", size=(2, 2001)))
    assert isinstance(look(encoded("PNG", size=(2, 2000))), Picture)
