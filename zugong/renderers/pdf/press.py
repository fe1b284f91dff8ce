"""HTML → PDF by WeasyPrint, with nothing but the shipped faces and no access to anything outside."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import NoReturn
from xml.sax.saxutils import escape

from zugong.resources import font_dir


class PdfUnavailable(Exception):
    """PDF cannot be made on this machine; the message says in Chinese what to install."""


_ADVICE = (
    "这台电脑缺少生成 PDF 所需的组件 Pango。"
    "Debian/Ubuntu：apt-get install libpangoft2-1.0-0 libharfbuzz-subset0；"
    "macOS：brew install pango；"
    "Windows：安装 MSYS2 后执行 pacman -S mingw-w64-x86_64-pango。"
    "DOCX 不受影响，可用 --docx 只出 DOCX"
)


def press(html: str) -> bytes:
    """The PDF of finished HTML; raises PdfUnavailable."""
    _use_own_faces()
    try:
        import weasyprint
    except OSError as missing:
        raise PdfUnavailable(_ADVICE) from missing
    document = weasyprint.HTML(string=html, url_fetcher=_refuse, base_url=None)
    pdf = document.write_pdf(pdf_identifier=b"zugong", pdf_tags=True)
    return bytes(pdf)


def _refuse(url: str, *_: object, **__: object) -> NoReturn:
    """Nothing is ever fetched: no network and no file outside the workspace."""
    raise ValueError(f"refused: {url}")


@cache
def _use_own_faces() -> None:
    """A private fontconfig that names only our folders: the same faces on every machine, and no scan of others.

    fontconfig reads it when Pango starts, so it must be set before WeasyPrint is imported.
    """
    folder = Path(tempfile.gettempdir()) / f"zugong-fontconfig-{_user()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    config = folder / "fonts.conf"
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(font_dir()))}</dir><cachedir>{escape(str(folder / 'cache'))}</cachedir>"
        "</fontconfig>"
    )
    if not config.is_file() or config.read_text(encoding="utf-8") != text:
        temporary = folder / f"fonts.{os.getpid()}.tmp"
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(config)
    os.environ["FONTCONFIG_FILE"] = str(config)


def _user() -> str:
    """Tells users of one machine apart, so that nobody reads a cache that another wrote."""
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
