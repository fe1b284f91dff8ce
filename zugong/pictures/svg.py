"""SVG: its size, and that it is nothing but a drawing: no scripts, nothing from outside, no bombs."""

from __future__ import annotations

import re
from xml.parsers import expat

from zugong.classes import dataclass, field
from zugong.pictures.picture import Picture, PictureFault, PictureKind

LARGEST_SVG = 5 * 1024 * 1024
"bytes"
MOST_ELEMENTS = 100_000
"drawn, each use of an element counted again"
DEEPEST = 100

_REDRAW = "请用制图软件另存为普通的 svg，或者导出成 png"
_UNITS = {"": 0.75, "px": 0.75, "pt": 1.0, "pc": 12.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
"one of them in points"
_LENGTH = re.compile(r"\s*\+?(\d{1,7}(?:\.\d{0,9})?|\.\d{1,9})\s*(px|pt|pc|mm|cm|in|)\s*")
_URL = re.compile(r"url\(\s*[\"']?\s*([^\"')\s]{0,200})", re.IGNORECASE)
_LOCAL = re.compile(r"#[^\s]+")
_EMBEDDED = re.compile(r"\s*data:image/(?:png|jpe?g)[;,]", re.IGNORECASE)
_FORBIDDEN = {"script": "脚本", "foreignobject": "网页", "iframe": "网页", "handler": "脚本", "listener": "脚本"}
_MOST_POINTS = 20_000.0
"a side; seven metres"


class _RefusedError(Exception):
    """Stops the parser; the fault is its first argument."""


@dataclass(slots=True)
class _Element:
    """What counts how much there is to draw."""

    children: list[_Element] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    "ids it draws with"
    weight: int = 0
    "elements drawn; 0: not known yet, -1: being counted"


class _Walk:
    """One pass through the XML."""

    def __init__(self) -> None:
        self.stack: list[_Element] = []
        self.root: _Element | None = None
        self.size: tuple[float, float] | None = None
        self.named: dict[str, _Element] = {}
        self.count = 0
        self.style: list[str] | None = None
        "the text of the <style> that is open"

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        tag = name.rpartition(":")[2].lower()
        if self.root is None and tag != "svg":
            raise _RefusedError("这不是 svg 图片")
        if tag in _FORBIDDEN:
            raise _RefusedError(f"图片里有{_FORBIDDEN[tag]}")
        if len(self.stack) >= DEEPEST or self.count > MOST_ELEMENTS:
            raise _RefusedError("图片太复杂")
        element = _Element()
        for key, value in attributes.items():
            self.attribute(key.rpartition(":")[2].lower(), value, element)
        if self.root is None:
            self.root, self.size = element, _size(attributes)
        else:
            self.stack[-1].children.append(element)
        self.stack.append(element)
        self.style = [] if tag == "style" else None

    def attribute(self, name: str, value: str, element: _Element) -> None:
        if name == "id":
            self.named.setdefault(value, element)
        elif name == "href":
            if _LOCAL.fullmatch(value.strip()):
                element.references.append(value.strip()[1:])
            elif not _EMBEDDED.match(value):
                raise _RefusedError("图片里引用了别的文件或网址")
        elif name.startswith("on"):
            raise _RefusedError("图片里有脚本")
        else:
            self.styled(value, element, escapes=name == "style")

    def styled(self, text: str, element: _Element, *, escapes: bool) -> None:
        """CSS may fetch things too; in it, u\\72l( is url( as well."""
        if escapes and "\\" in text:
            raise _RefusedError("图片的样式里有看不懂的写法")
        if "@import" in text.lower():
            raise _RefusedError("图片里引用了别的文件或网址")
        for found in _URL.finditer(text):
            if found[1].startswith("#"):
                element.references.append(found[1][1:])
            elif not _EMBEDDED.match(found[1]):
                raise _RefusedError("图片里引用了别的文件或网址")

    def end(self, _name: str) -> None:
        element = self.stack.pop()
        if self.style is not None:
            self.styled("".join(self.style), element, escapes=True)
        self.style = None

    def text(self, text: str) -> None:
        if self.style is not None:
            self.style.append(text)


def look_at_svg(data: bytes) -> Picture | PictureFault:
    """The picture of an SVG, parsed without ever opening anything else."""
    if len(data) > LARGEST_SVG:
        return PictureFault("svg 图片太大，超过 5 MB", "请导出成 png")
    walk = _Walk()
    try:
        _parser(walk).Parse(data, True)
        _weigh(walk)
    except _RefusedError as refusal:
        return PictureFault(str(refusal.args[0]), _REDRAW)
    except (expat.ExpatError, ValueError, LookupError, RecursionError):
        return PictureFault("svg 图片已损坏，读不出来", _REDRAW)
    if walk.size is None:
        return PictureFault("svg 图片没有写明大小", "在 svg 的第一个标记里写上 width 和 height，或者导出成 png")
    if max(walk.size) > _MOST_POINTS or max(walk.size) > 1000 * min(walk.size):
        return PictureFault("svg 图片的大小不对", "请看看 svg 的 width、height 和 viewBox")
    return _drawn(Picture(PictureKind.SVG, data, *walk.size))


def _parser(walk: _Walk) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    parser.StartDoctypeDeclHandler = _doctype
    parser.ProcessingInstructionHandler = _instruction
    return parser


def _doctype(_name: str, _system: str | None, _public: str | None, inside: bool) -> None:
    """The bare DOCTYPE of SVG 1.1 says nothing; declarations inside it may hold entities."""
    if inside:
        raise _RefusedError("图片里声明了实体")


def _instruction(target: str, _content: str) -> None:
    if target.lower().startswith("xml-stylesheet"):
        raise _RefusedError("图片里引用了别的文件或网址")


def _weigh(walk: _Walk) -> None:
    """Ten groups that each use the one before ten times are ten thousand million elements."""
    if walk.root is None:
        raise _RefusedError("这不是 svg 图片")
    if _weight(walk.root, walk.named, 0) > MOST_ELEMENTS:
        raise _RefusedError("图片太复杂")


def _weight(element: _Element, named: dict[str, _Element], depth: int) -> int:
    if element.weight < 0:
        raise _RefusedError("图片里的引用绕成了圈")
    if element.weight == 0:
        if depth > 2 * DEEPEST:
            raise _RefusedError("图片太复杂")
        element.weight = -1
        used = [named[one] for one in element.references if one in named]
        element.weight = 1 + sum(_weight(one, named, depth + 1) for one in (*element.children, *used))
    return element.weight


def _size(attributes: dict[str, str]) -> tuple[float, float] | None:
    """Width and height in points; what is missing or in per cent is taken from the viewBox."""
    width, height = _points(attributes.get("width", "")), _points(attributes.get("height", ""))
    box = _box(attributes.get("viewBox", ""))
    if width and height:
        return width, height
    if box is None:
        return None
    if width:
        return width, width * box[1] / box[0]
    if height:
        return height * box[0] / box[1], height
    return box[0] * 0.75, box[1] * 0.75


def _points(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _UNITS[found[2]] if found else 0.0


def _box(text: str) -> tuple[float, float] | None:
    parts = text.replace(",", " ").split()
    try:
        width, height = float(parts[2]), float(parts[3])
    except (ValueError, IndexError):
        return None
    return (width, height) if 0 < width < 1e7 and 0 < height < 1e7 else None


def _drawn(picture: Picture) -> Picture | PictureFault:
    """Drawn once, very small, to see that it can be."""
    from zugong.pictures.drawing import draw_svg

    try:
        draw_svg(picture.data, 32, with_text=False)
    except ValueError:
        return PictureFault("svg 图片画不出来", _REDRAW)
    return picture
