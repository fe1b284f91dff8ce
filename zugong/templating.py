"""The one jinja2 environment: shipped templates, overridden file by file by an office's own.

Editor text is only ever a value, never a template.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from zugong.classes import dataclass
from zugong.resources import template_dir

TYPE_CHECKING = False
if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment


OF_PAGES = ("masthead.html", "page.html", "colophon.html", "pages.html", "pages.css")
"""The templates that the press draws pages with, and that an office may have its own of."""


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """What is wrong with a template of the office's own."""

    name: str
    "the file in the office's template folder"
    line: int
    "1-based; 0 when the file as a whole is meant"
    message: str
    "in Chinese, one line"
    hint: str
    "what to do"


class TemplateError(Exception):
    """A template of the office's own that cannot be used."""

    def __init__(self, fault: TemplateFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def has_own(name: str, own: Path | None) -> bool:
    """Whether the office has a template of its own in place of a shipped one."""
    return own is not None and (own / name).is_file()


def render_template(
    name: str, values: Mapping[str, object], own: Path | None = None, compiled: Path | None = None
) -> str:
    """The text that a template makes; `own` is the office's template folder, if it has one.

    `compiled` is a folder that keeps templates as they were compiled once. HTML templates escape their values;
    raises TemplateError where an own template is broken.
    """
    environment = environment_for(own, compiled)
    try:
        return environment.get_template(name).render(values)
    except Exception as broken:
        # A template can fail in any way that Python can; without an own one in the way it is our bug.
        fault = _fault(broken, own) if own is not None else None
        if fault is None:
            raise
        raise TemplateError(fault) from broken


def environment_for(own: Path | None, compiled: Path | None = None) -> Environment:
    """The shipped templates, below an office's own if it has any."""
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    shipped = FileSystemLoader(template_dir(), encoding="utf-8")
    loaders = [FileSystemLoader(own, encoding="utf-8")] if own is not None else []
    return SandboxedEnvironment(
        loader=ChoiceLoader([*loaders, shipped, PrefixLoader({"shipped": shipped})]),
        undefined=StrictUndefined,
        autoescape=lambda template: template is not None and ".html" in template,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_compiled_in(compiled) if compiled is not None else None,
    )


def shipped_digest() -> str:
    """What the shipped templates of pages hold, however a system ends its lines."""
    found = sha256()
    for name in OF_PAGES:
        found.update((template_dir() / name).read_bytes().replace(b"\r\n", b"\n"))
    return found.hexdigest()[:32]


def _compiled_in(folder: Path) -> BytecodeCache:
    """A cache of compiled templates; one that cannot be written is no fault."""
    from jinja2.bccache import Bucket, FileSystemBytecodeCache

    class Compiled(FileSystemBytecodeCache):
        def dump_bytecode(self, bucket: Bucket) -> None:
            with suppress(OSError):
                super().dump_bytecode(bucket)

    return Compiled(str(folder), "%s.cache")


def _fault(broken: Exception, own: Path) -> TemplateFault | None:
    """What to tell the editor; None when no template of the office's own took part."""
    from jinja2 import TemplateSyntaxError

    place = _place(broken, own)
    if isinstance(broken, TemplateSyntaxError) and broken.filename:
        place = _inside(broken.filename, own, broken.lineno) or place
    if isinstance(broken, UnicodeDecodeError):
        place = next(((file.name, 0) for file in sorted(own.glob("*.*ml")) if not _is_utf8(file)), place)
    return TemplateFault(*place, *_words(broken)) if place else None


def _place(broken: Exception, own: Path) -> tuple[str, int] | None:
    """The innermost line of an own template on the way to the failure."""
    from traceback import walk_tb

    frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(broken.__traceback__))
    places = [place for file, line in frames if (place := _inside(file, own, line))]
    return places[-1] if places else None


def _inside(file: str, own: Path, line: int) -> tuple[str, int] | None:
    path = Path(file)
    return (path.relative_to(own).as_posix(), line) if path.is_relative_to(own) and path.is_file() else None


def _is_utf8(file: Path) -> bool:
    try:
        file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


_COPY = "可用 zugong init --templates 重新复制随附模板，从它改起"

_PAIRS = "指令要成对：block 和 endblock，if 和 endif，for 和 endfor"

_WORDS = (
    (r"unexpected '?end of .*", "{{ }} 或 {% %} 没有写完", "补上后一半"),
    (r"unexpected (?:char )?'(.+?)'.*", "“（）”写得不是地方", "看看它前面的 {{ }} 和 {% %} 是不是成对"),
    (
        r"Encountered unknown tag '(\w+)'.*",
        "没有“（）”这个指令，或者前后不成对",
        _PAIRS,
    ),
    (r"Unexpected end of template.*?'(\w+)'.*", "没有写完，缺“（）”", "在该结束的地方补上"),
    (r"No filter named '(\w+)'.*", "没有“（）”这个过滤器", "删去它"),
    (r"block '(\w+)' defined twice", "“（）”这一块写了两次", "留下一处"),
    (r"'(\w+)' is undefined", "没有“（）”这个值", "能用的值写在随附模板的头几行"),
    (r"'.*' has no attribute '(\w+)'", "没有“（）”这个值", "能用的值写在随附模板的头几行"),
)
"jinja2's words, and for the editor: what, what to do"


def _words(broken: Exception) -> tuple[str, str]:
    """What happened and what to do, in Chinese."""
    from jinja2 import TemplateNotFound
    from jinja2.exceptions import SecurityError

    if isinstance(broken, TemplateNotFound):
        return f"找不到“{broken.name}”", "随附模板写作“shipped/文件名”，本单位的只写文件名"
    if isinstance(broken, UnicodeDecodeError):
        return "文件不是 UTF-8 编码", "用编辑器另存为 UTF-8"
    if isinstance(broken, RecursionError):
        return "模板套着自己，没有完", '扩展随附模板要写 {% extends "shipped/文件名" %}'
    if isinstance(broken, SecurityError):
        return "用了不许用的东西", "模板里只能用给出的值，不能调用程序内部"
    said = getattr(broken, "message", None) or str(broken)
    for pattern, what, advice in _WORDS:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return what.replace("（）", found.group(1) if found.groups() else ""), advice
    return "模板写法有误，算不出来", _COPY
