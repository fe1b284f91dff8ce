"""A DOCX package opened with care: limits before unpacking, XML without entities, no network."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from urllib.parse import unquote

from lxml import etree

from zugong.classes import dataclass
from zugong.intake import limits
from zugong.intake.refusal import Refused
from zugong.intake.xml import Element, children, get, parse

_SEND_AGAIN = "请让报送单位另存为 .docx 再发一次"
_MACROS = "vbaproject.bin"


@dataclass(frozen=True, slots=True)
class Relation:
    """One entry of a .rels part."""

    kind: str
    "last word of its type: styles, comments, image …"
    target: str
    "path in the package, or an address"
    external: bool


class Package:
    """The parts of an opened file, each read when it is asked for."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
            raise _broken() from fault
        self._names = {info.filename.lstrip("/").lower(): info for info in self._archive.infolist()}
        self._weigh()

    def _weigh(self) -> None:
        infos = self._archive.infolist()
        if len(infos) > limits.MOST_PARTS or sum(one.file_size for one in infos) > limits.LARGEST_PACKAGE:
            raise _bomb()
        if any(one.flag_bits & 1 for one in infos):
            raise Refused("import-encrypted", "这个文件加了密码，打不开", "请让报送单位去掉密码再发一次")

    def holds(self, name: str) -> bool:
        """Whether there is such a part; names are not case-sensitive."""
        return name.lower() in self._names

    @property
    def has_macros(self) -> bool:
        """Whether the package carries macros, which are never looked at."""
        return any(name.endswith(_MACROS) for name in self._names)

    def content(self, name: str, largest: int = limits.LARGEST_PART) -> bytes:
        """The bytes of a part; the package's own word on its size is not trusted."""
        info = self._names[name.lower()]
        try:
            with self._archive.open(info) as stream:
                data = stream.read(largest + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as fault:
            raise _broken() from fault
        if len(data) > largest:
            raise _bomb()
        return data

    def tree(self, name: str) -> Element:
        """The root element of an XML part."""
        try:
            return parse(self.content(name))
        except etree.XMLSyntaxError as fault:
            raise _broken() from fault

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to, by id; nothing external is ever opened."""
        folder, _, file = name.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels".lstrip("/")
        if not self.holds(rels):
            return {}
        return {get(one, "Id"): _relation(one, folder) for one in children(self.tree(rels), "Relationship")}

    def main_part(self) -> str:
        """The name of the document part: Word may call it document2.xml."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and self.holds(relation.target):
                return relation.target
        raise _broken()


def _relation(element: Element, folder: str) -> Relation:
    external = get(element, "TargetMode") == "External"
    target = get(element, "Target")
    if not external:
        target = posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")
    return Relation(get(element, "Type").rpartition("/")[2], target, external)


def _broken() -> Refused:
    return Refused("import-broken", "这个文件已经损坏，读不出来", f"用 WPS 或 Word 打开它看看；{_SEND_AGAIN}")


def _bomb() -> Refused:
    message = "这个文件解压以后大得不正常，没有读取"
    return Refused("import-too-large", message, f"一篇稿件不会这么大：删去里面的大图和附件，或者{_SEND_AGAIN}")
