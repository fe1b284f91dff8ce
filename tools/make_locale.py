"""Compile the gettext catalogue of click's words: every `zugong.po` to the `zugong.mo` beside it.

Run it after editing a `.po`. The `.mo` is kept in git, because an editor's machine has no msgfmt;
a test recompiles it and compares the bytes, so the same source always gives the same file.
"""

from __future__ import annotations

import ast
import re
import struct
from pathlib import Path

LOCALE_DIR = Path(__file__).resolve().parent.parent / "zugong" / "cli" / "locale"

_KEYWORD = re.compile(r'(?P<keyword>msgid_plural|msgid|msgstr\[\d+\]|msgstr)\s+(?P<text>".*")')
_MO_MAGIC = 0x950412DE
_MO_HEADER_BYTES = 28


def read_po(path: Path) -> dict[str, str]:
    """The catalogue as msgid → msgstr; a plural entry is keyed `singular NUL plural`, as a .mo wants it.

    Raises ValueError with the line number for anything that is not a comment, a keyword or a string.
    """
    entries: list[dict[str, str]] = []
    keyword = ""
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if match := _KEYWORD.fullmatch(line):
            keyword, line = match["keyword"], match["text"]
            if keyword == "msgid":
                entries.append({})
            if keyword in entries[-1]:
                raise ValueError(f"{path.name}:{number}: second {keyword} in one entry")
            entries[-1][keyword] = ""
        elif not (line.startswith('"') and keyword):
            raise ValueError(f"{path.name}:{number}: cannot read {line}")
        entries[-1][keyword] += ast.literal_eval(line)
    return _catalogue(path, entries)


def _catalogue(path: Path, entries: list[dict[str, str]]) -> dict[str, str]:
    catalogue: dict[str, str] = {}
    for entry in entries:
        key = "\0".join(entry[part] for part in ("msgid", "msgid_plural") if part in entry)
        if key in catalogue:
            raise ValueError(f"{path.name}: {key!r} stands there twice")
        catalogue[key] = entry["msgstr[0]" if "msgid_plural" in entry else "msgstr"]
    return catalogue


def compile_mo(catalogue: dict[str, str]) -> bytes:
    """The bytes of a GNU .mo: two tables of (length, offset), then the texts, sorted, without a hash table.

    An empty translation is left out, so that gettext falls back to the English.
    """
    pairs = sorted((key.encode(), value.encode()) for key, value in catalogue.items() if value)
    keys_table = _MO_HEADER_BYTES
    values_table = keys_table + 8 * len(pairs)
    offset = values_table + 8 * len(pairs)
    tables: list[bytes] = []
    texts: list[bytes] = []
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[column]), offset))
            texts.append(pair[column] + b"\0")
            offset += len(texts[-1])
    header = struct.pack("<7I", _MO_MAGIC, 0, len(pairs), keys_table, values_table, 0, values_table + 8 * len(pairs))
    return header + b"".join(tables) + b"".join(texts)


def main() -> None:
    """Compile every catalogue and say how many messages each holds."""
    for po in sorted(LOCALE_DIR.glob("*/LC_MESSAGES/*.po")):
        catalogue = read_po(po)
        po.with_suffix(".mo").write_bytes(compile_mo(catalogue))
        print(f"{po.with_suffix('.mo').relative_to(LOCALE_DIR)}: {len(catalogue) - 1} messages")


if __name__ == "__main__":
    main()
