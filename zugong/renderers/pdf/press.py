"""HTML → PDF by WeasyPrint, with nothing but the faces it is given and no access to anything outside."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout, suppress
from hashlib import md5
from xml.etree import ElementTree

from zugong.classes import dataclass
from zugong.renderers.pdf.archive import VARIANT, ColourProfile, finisher
from zugong.renderers.pdf.fontconfig import own_fontconfig
from zugong.renderers.pdf.libraries import import_weasyprint, usual_styles
from zugong.renderers.pdf.pictures import PictureFile
from zugong.renderers.pdf.placing import Text
from zugong.renderers.pdf.tags import TableOutline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class PdfUnavailable(Exception):
    """PDF cannot be made on this machine; the message says in Chinese what to do."""


class FaceLost(PdfUnavailable):
    """Pango has taken another face."""


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
    texts: list[Text]
    "of the elements, by the number in their data-n"
    descriptions: Mapping[str, str]
    "anchor → what is read out for a link to it"
    tables: tuple[TableOutline, ...]
    families: frozenset[str]
    "the faces that must be used"
    files: Mapping[str, bytes]
    "font files of those that are not shipped, by family"
    pared: Mapping[str, bytes]
    "font files of those that are, with what is in use; empty: the whole faces may be needed"
    pictures: Mapping[str, PictureFile]
    "by URL"
    any_html: bool = False
    "it may hold elements that our own templates do not use"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A PDF, and what WeasyPrint had to say about what it was given."""

    content: bytes
    remarks: tuple[str, ...]
    "in English; nothing of it comes from our own templates"


def press(drawing: Drawing) -> Pressed:
    """The PDF; raises PdfUnavailable."""
    if drawing.pared:
        with own_fontconfig(shipped=False), suppress(FaceLost):  # another fontconfig than those that we have seen
            return _pressed(drawing, {**drawing.files, **drawing.pared})
    with own_fontconfig():
        return _pressed(drawing, drawing.files)


def _pressed(drawing: Drawing, files: Mapping[str, bytes]) -> Pressed:
    try:
        # On failure WeasyPrint prints advice in English before it raises.
        with redirect_stdout(io.StringIO()):
            import_weasyprint()
    except OSError as missing:
        raise PdfUnavailable(_ADVICE) from missing
    with _remarks() as remarks:
        content = _written(drawing, files, frozenset())
    if undrawn := _undrawn(remarks):
        with _remarks() as remarks:
            content = _written(drawing, files, undrawn)
    if _undrawn(remarks):
        raise PdfUnavailable("有图片画不出来，PDF 没有生成。请用画图软件打开各张图片，另存为 png 再试")
    return Pressed(content, tuple(remarks))


def _undrawn(remarks: list[str]) -> frozenset[str]:
    """The pictures that WeasyPrint complains about."""
    return frozenset(url for remark in remarks for url in re.findall(r"zugong-picture:\d+", remark))


def _written(drawing: Drawing, files: Mapping[str, bytes], as_dots: frozenset[str]) -> bytes:
    """The PDF, with those font files; the pictures named are not left to WeasyPrint as drawings."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fetcher: Any = _fetcher(drawing, files, as_dots)
    fonts = FontConfiguration()
    faces = weasyprint.CSS(string=_font_faces(files), url_fetcher=fetcher, font_config=fonts)
    html = _html(drawing, fetcher)
    profile = ColourProfile(weasyprint.__file__)
    document = html.render(font_config=fonts, color_profiles={"srgb": profile}, stylesheets=[faces])
    pdf = document.write_pdf(
        pdf_variant=VARIANT,
        output_intent="",  # the profile above
        pdf_identifier=md5(drawing.html.encode(), usedforsecurity=False).digest(),
        finisher=finisher(drawing.texts, drawing.descriptions, drawing.tables),
    )
    _compare(drawing.families, {font.family for font in document.fonts.values()})
    return bytes(pdf)


def _html(drawing: Drawing, fetcher: object) -> Any:  # noqa: ANN401
    """The pages; only an office's own templates need the styles that any HTML has, and a parser that forgives."""
    import weasyprint

    styles = [weasyprint.CSS(string=usual_styles())] if drawing.any_html else []
    root = None if drawing.any_html else _parsed(drawing.html)

    class Pages(weasyprint.HTML):  # type: ignore[misc]
        def __init__(self) -> None:
            if root is None:
                super().__init__(string=drawing.html, url_fetcher=fetcher, base_url=None)
                return
            self.base_url, self.url_fetcher, self.media_type = None, fetcher, "print"
            self.wrapper_element = weasyprint.cssselect2.ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> list[object]:
            return styles

    return Pages()


def _parsed(html: str) -> ElementTree.Element | None:
    """Our templates make HTML that is XML too, which is read in no time; None where a character is none in XML."""
    try:
        return ElementTree.fromstring(html)  # noqa: S314 - our own markup
    except ElementTree.ParseError:
        return None


@contextmanager
def _remarks() -> Iterator[list[str]]:
    """What WeasyPrint complains about meanwhile."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    listener, logger = Listener(logging.WARNING), logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)


def _compare(wanted: frozenset[str], used: set[str]) -> None:
    """Pango silently takes another face for one it cannot find; such a PDF must not be printed."""
    missing = sorted(wanted - used)
    if missing:
        raise FaceLost(
            f"字体 {'、'.join(missing)} 没有用上，PDF 里换成了 {'、'.join(sorted(used - wanted)) or '别的字体'}，"
            "所以没有生成。请运行 zugong doctor 查看字体；临时要用，可以设环境变量 ZUGONG_FONTS=shipped，只用随附字体"
        )


def _font_faces(files: Mapping[str, bytes]) -> str:
    return "".join(
        f"@font-face{{font-family:'{family}';src:url('{_SCHEME}{position}')}}" for position, family in enumerate(files)
    )


def _fetcher(drawing: Drawing, files: Mapping[str, bytes], as_dots: frozenset[str]) -> object:
    """Hands out font files and pictures, and refuses everything else: no network and no file of the machine."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    contents = {f"{_SCHEME}{position}": content for position, content in enumerate(files.values())}

    class Found(URLFetcherResponse):  # type: ignore[misc]
        def __init__(self, url: str, content: bytes, kind: str = "") -> None:
            self.url, self.content, self.kind = url, content, kind

        @property
        def content_type(self) -> str:
            return self.kind

        def read(self) -> bytes:
            return self.content

        def close(self) -> None:
            """Nothing was opened."""

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> object:
            if url in drawing.pictures:
                return Found(url, *drawing.pictures[url].content(as_dots=url in as_dots))
            if url not in contents:
                raise ValueError(f"refused: {url}")
            return Found(url, contents[url])

    return Fetcher()
