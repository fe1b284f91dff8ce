"""The door of the room: a file on disk → Manuscript, whatever kind it is, or a Problem."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from zugong.classes import dataclass
from zugong.diagnostics import Location, Problem, error
from zugong.intake import limits
from zugong.intake.kinds import Kind, kind_of
from zugong.intake.manuscript import Manuscript
from zugong.intake.refusal import Refused
from zugong.sources.encoding import decode

_CONVERTED = {Kind.OLD: ".doc", Kind.RTF: ".rtf", Kind.FLAT: ".xml", Kind.PACKAGE: ".odt"}
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPENDOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it came in."""

    name: str
    sha256: str
    manuscript: Manuscript


def read_manuscript(path: Path, *, reject: bool = False) -> Received | Problem:
    """The manuscript in a file; what cannot be read is told, never thrown."""
    try:
        data = _bytes(path)
        manuscript = _manuscript(data, path, reject)
        length = sum(len(one.content) for one in manuscript.paragraphs)
        if length > limits.MOST_CHARACTERS:
            message = f"文字有 {length} 字，超过 {limits.MOST_CHARACTERS} 字，没有导入"
            raise Refused("import-too-large", message, "请拆成几个文件再导入")
    except Refused as refused:
        return error(refused.rule, refused.message, Location(_shown(path), 0), refused.advice)
    except RecursionError:
        return error("import-broken", "文件的层次太深，没有读取", Location(_shown(path), 0), "请另存为 .docx 再导入")
    return Received(_shown(Path(path.name)), hashlib.sha256(data).hexdigest(), manuscript)


def _shown(path: Path) -> str:
    return path.as_posix().encode("utf-8", errors="replace").decode("utf-8")


def _bytes(path: Path) -> bytes:
    """Looks before opening: a pipe would wait for ever."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Refused("import-no-file", "这不是普通文件", "请写 Word、WPS、网页或文本文件的名字")
        if status.st_size > limits.LARGEST_FILE:
            size = f"{status.st_size / 1024 / 1024:.0f} MB，超过 {limits.LARGEST_FILE // 1024 // 1024} MB"
            raise Refused("import-too-large", f"文件有 {size}，没有读取", "请删去里面的大图和附件再导入")
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise Refused("import-no-file", "找不到这个文件", "请看看名字和文件夹写得对不对") from fault
    except (OSError, ValueError) as fault:
        raise Refused("import-no-file", "这个文件打不开", "请关掉正在使用它的软件，看看有没有读取的权限") from fault


def _manuscript(data: bytes, path: Path, reject: bool) -> Manuscript:
    kind = kind_of(data, path.name)
    if not data.strip():
        raise Refused("import-empty", "文件是空的", "请看看是不是发错了")
    if kind is Kind.PDF:
        raise Refused(
            "import-pdf", "这是 PDF，不能导入", "请向报送单位要 Word 或 WPS 文件；或者复制文字，存成 .txt 再导入"
        )
    if kind is Kind.OLD and _ENCRYPTED in data:
        raise Refused("import-encrypted", "这个文件加了密码，打不开", "请让报送单位去掉密码再发一次")
    if kind is Kind.PACKAGE and _OPENDOCUMENT not in data[:200]:
        raise Refused(
            "import-not-text", "这是压缩包、表格或演示文稿，不是文稿", "压缩包请先解开；表格请另存为 .docx 再导入"
        )
    if kind is Kind.DOCX or kind in _CONVERTED:
        return _office(data, kind, reject)
    return _text(data, path, kind)


def _office(data: bytes, kind: Kind, reject: bool) -> Manuscript:
    from zugong.intake.docx_file import read_docx

    if kind in _CONVERTED:
        from zugong.intake.office import to_docx

        data = to_docx(data, _CONVERTED[kind], kind.value)
    return read_docx(data, reject=reject)


def _text(data: bytes, path: Path, kind: Kind) -> Manuscript:
    decoded = decode(data, path.name)
    if decoded.value is None:
        told = decoded.problems[0]
        raise Refused("import-not-text", told.message, told.hint)
    if kind is Kind.HTML:
        from zugong.intake.web_page import read_web_page

        return read_web_page(decoded.value, path.parent)
    from zugong.intake.plain_text import read_markdown, read_plain

    return read_markdown(decoded.value) if kind is Kind.MARKDOWN else read_plain(decoded.value)
