"""Widths of the shipped faces: python tools/make_widths.py > zugong/fonts/widths.tsv"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from zugong.fonts.faces import SHIPPED, file_of, measured


def line(family: str) -> str:
    """What the table says of one face, the widths of most characters first."""
    path = file_of(family)
    font = measured(str(path), 0)
    widths: dict[float, list[str]] = defaultdict(list)
    for point in sorted(font.face.unicodes):
        if glyph := font.get_nominal_glyph(point):
            widths[font.get_glyph_h_advance(glyph) / font.face.upem].append(chr(point))
    ordered = sorted(widths.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    fields = [part for width, characters in ordered for part in (repr(width), "".join(characters))]
    return "\t".join((family, str(Path(path).stat().st_size), *fields))


def main() -> None:
    """The whole table."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.writelines(f"{line(family)}\n" for family in SHIPPED)


if __name__ == "__main__":
    main()
