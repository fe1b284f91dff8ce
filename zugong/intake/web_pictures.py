"""Pictures of a web page: in it as data:, or files beside it. Nothing is fetched, and no folder is left."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from zugong.intake.limits import LARGEST_FIGURE, MOST_FIGURES
from zugong.intake.manuscript import Figure


class PictureShelf:
    """Takes the pictures of one page; what cannot be had is counted."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.figures: list[Figure] = []
        self.missing = 0
        self.linked = 0
        self.left_out = 0

    def take(self, source: str) -> tuple[str, ...]:
        """The key of the picture; empty when there is none to be had."""
        address = source.strip()
        known = next((one.key for one in self.figures if one.key == address), None)
        if known is not None:
            return (known,)
        if not address:
            return ()
        if len(self.figures) >= MOST_FIGURES:
            self.left_out += 1
            return ()
        content = _from_data(address) if address.lower().startswith("data:") else self._beside(address)
        if content is None:
            return ()
        self.figures.append(Figure(_name(address), content, address))
        return (address,)

    def _beside(self, address: str) -> bytes | None:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            self.linked += 1
            return None
        content = _local(self._folder, unquote(parts.path))
        self.missing += content is None
        return content


def _local(folder: Path | None, name: str) -> bytes | None:
    """A file in the folder of the page or below it; a link that leads out of it is not followed."""
    if folder is None or not name or "\0" in name:
        return None
    try:
        base = folder.resolve()
        path = (base / name.replace("\\", "/")).resolve()
        if not path.is_relative_to(base) or not path.is_file() or path.stat().st_size > LARGEST_FIGURE:
            return None
        return path.read_bytes()
    except (OSError, ValueError):
        return None


def _from_data(address: str) -> bytes | None:
    """RFC 2397."""
    head, comma, content = address.partition(",")
    if not comma or len(content) > LARGEST_FIGURE:
        return None
    raw = unquote_to_bytes(content)
    if not head.lower().endswith(";base64"):
        return raw
    try:
        return base64.b64decode(raw)
    except (binascii.Error, ValueError):
        return None


def _name(address: str) -> str:
    return "picture" if address.lower().startswith("data:") else unquote(urlsplit(address).path).rpartition("/")[2]
