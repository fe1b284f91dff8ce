"""HTML → PDF by WeasyPrint, with nothing but the faces it is given and no access to anything outside."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from hashlib import md5
from typing import Any
from xml.sax.saxutils import escape

from zugong.fonts.user_cache import cache_folder, write_cache
from zugong.renderers.pdf.archive import VARIANT, finisher
from zugong.renderers.pdf.libraries import import_weasyprint
from zugong.resources import font_dir


class PdfUnavailable(Exception):
    """PDF cannot be made on this machine; the message says in Chinese what to do."""


_ADVICE = (
    "这台电脑缺少生成 PDF 所需的组件 Pango。"
    "Debian/Ubuntu：apt-get install libpangoft2-1.0-0 libharfbuzz-subset0；"
    "macOS：brew install pango；"
    "Windows：安装 MSYS2 后执行 pacman -S mingw-w64-x86_64-pango。"
    "DOCX 不受影响，可用 --docx 只出 DOCX"
)

_SCHEME = "zugong-face:"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a PDF is made of."""

    html: str
    descriptions: Mapping[str, str]
    "anchor → what is read out for a link to it"
    families: frozenset[str]
    "the faces that must be used"
    files: Mapping[str, bytes]
    "font files of those that are not shipped, by family"


def press(drawing: Drawing) -> bytes:
    """The PDF; raises PdfUnavailable."""
    use_own_fontconfig()
    try:
        # On failure WeasyPrint prints advice in English before it raises.
        with redirect_stdout(io.StringIO()):
            import_weasyprint()
            import weasyprint
            from weasyprint.text.fonts import FontConfiguration
    except OSError as missing:
        raise PdfUnavailable(_ADVICE) from missing
    fetcher: Any = _fetcher(drawing.files)
    fonts = FontConfiguration()
    faces = weasyprint.CSS(string=_font_faces(drawing.files), url_fetcher=fetcher, font_config=fonts)
    html = weasyprint.HTML(string=drawing.html, url_fetcher=fetcher, base_url=None)
    document = html.render(font_config=fonts, stylesheets=[faces])
    pdf = document.write_pdf(
        pdf_variant=VARIANT,
        pdf_identifier=md5(drawing.html.encode(), usedforsecurity=False).digest(),
        finisher=finisher(drawing.descriptions),
    )
    _compare(drawing.families, {font.family for font in document.fonts.values()})
    return bytes(pdf)


def _compare(wanted: frozenset[str], used: set[str]) -> None:
    """Pango silently takes another face for one it cannot find; such a PDF must not be printed."""
    missing = sorted(wanted - used)
    if missing:
        raise PdfUnavailable(
            f"字体 {'、'.join(missing)} 没有用上，PDF 里换成了 {'、'.join(sorted(used - wanted)) or '别的字体'}，"
            "所以没有生成。请运行 zugong doctor 查看字体；临时要用，可以设环境变量 ZUGONG_FONTS=shipped，只用随附字体"
        )


def _font_faces(files: Mapping[str, bytes]) -> str:
    return "".join(
        f"@font-face{{font-family:'{family}';src:url('{_SCHEME}{position}')}}" for position, family in enumerate(files)
    )


def _fetcher(files: Mapping[str, bytes]) -> object:
    """Hands out the font files, and refuses everything else: no network and no file outside the workspace."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    contents = {f"{_SCHEME}{position}": content for position, content in enumerate(files.values())}

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> object:
            if url not in contents:
                raise ValueError(f"refused: {url}")
            return URLFetcherResponse(url, contents[url])

    return Fetcher()


@cache
def use_own_fontconfig() -> None:
    """A private fontconfig that names only the shipped folder: no scan of others, and the same on every machine.

    fontconfig reads it when Pango starts, so it must be set before WeasyPrint is imported. Its own cache depends
    on what it was told, so each configuration has a folder of its own.
    """
    folder = cache_folder() / "fontconfig" / md5(str(font_dir()).encode(), usedforsecurity=False).hexdigest()[:12]
    folder.mkdir(parents=True, exist_ok=True)
    text = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(font_dir()))}</dir><cachedir>{escape(str(folder))}</cachedir></fontconfig>"
    )
    config = folder / "fonts.conf"
    if not config.is_file() or config.read_text(encoding="utf-8") != text:
        write_cache(config, text)
    os.environ["FONTCONFIG_FILE"] = str(config)
