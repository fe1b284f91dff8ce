"""A drawn face → the objects by which a PDF knows it (ISO 32000-1, 9.7 to 9.10)."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from struct import pack

from zugong.fonts.faces import ASCENT, DESCENT
from zugong.renderers.proof.faces import DrawnFace
from zugong.renderers.proof.quick_pydyf import pydyf

_SUBSET_TAG = "ZGPROF"
"six letters that mark a subset (9.6.4)"

_MOST_LINES = 100
"of one bfchar block (Adobe Technical Note 5411)"


def compressed(data: bytes) -> pydyf.Stream:
    """A stream packed quickly rather than tightly."""
    return pydyf.Stream([zlib.compress(data, 1)], extra={"Filter": "/FlateDecode"})


def embed(pdf: pydyf.PDF, face: DrawnFace) -> bytes:
    """Adds a face to the document; its reference."""
    name = "/" + _SUBSET_TAG + "+" + face.file.family.replace(" ", "-")
    subset, places = face.program()
    # Not packed: that would take as long as all the rest, and a proof is looked at, not kept.
    program = pydyf.Stream([subset], extra={"Length1": len(subset)})
    to_unicode = compressed(_to_unicode(face.codes.characters))
    to_glyph = compressed(pack(f">{len(places) + 1}H", 0, *places))
    for stream in (program, to_unicode, to_glyph):
        pdf.add_object(stream)
    descriptor = _descriptor(name, program.reference)
    pdf.add_object(descriptor)
    descendant = _descendant(name, face.widths, descriptor.reference, to_glyph.reference)
    pdf.add_object(descendant)
    font = pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": pydyf.Array([descendant.reference]),
            "ToUnicode": to_unicode.reference,
        }
    )
    pdf.add_object(font)
    return bytes(font.reference)


def _descriptor(name: str, program: bytes) -> pydyf.Dictionary:
    return pydyf.Dictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": 4,
            "FontBBox": pydyf.Array([-1000, -1000, 2000, 2000]),
            "ItalicAngle": 0,
            "Ascent": round(1000 * ASCENT),
            "Descent": round(-1000 * DESCENT),
            "CapHeight": 700,
            "StemV": 80,
            "FontFile2": program,
        }
    )


def _descendant(name: str, widths: Sequence[float], descriptor: bytes, to_glyph: bytes) -> pydyf.Dictionary:
    system = {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
    return pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": name,
            "CIDSystemInfo": pydyf.Dictionary(system),
            "FontDescriptor": descriptor,
            "DW": 1000,
            "W": pydyf.Array(_unusual(widths)),
            "CIDToGIDMap": to_glyph,
        }
    )


def _unusual(widths: Sequence[float]) -> list[object]:
    """By code the width of every character that is not an em wide."""
    found = ((code, width) for code, width in enumerate(widths, start=1) if width != 1000)
    return [part for code, width in found for part in (code, pydyf.Array([round(width, 3)]))]


def _to_unicode(characters: Sequence[str]) -> bytes:
    """The map by which text can be copied and searched."""
    lines = [f"<{code:04x}> <{_utf16(ord(one))}>" for code, one in enumerate(characters, start=1)]
    blocks = [lines[start : start + _MOST_LINES] for start in range(0, len(lines), _MOST_LINES)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    head = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n/CMapName /Zg def"
    space = "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange"
    tail = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    return "\n".join((head, space, body, tail)).encode("ascii")


def _utf16(point: int) -> str:
    """A character as UTF-16 in hexadecimal digits; from U+10000 on it takes two units."""
    if point < 0x10000:
        return f"{point:04x}"
    return f"{0xD800 + (point - 0x10000 >> 10):04x}{0xDC00 + (point & 0x3FF):04x}"
