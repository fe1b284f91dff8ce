"""Own templates (本单位的模板): what can only be seen once they are drawn, told to the editor."""

from __future__ import annotations

import re
from pathlib import Path

from zugong.renderers.pdf.drawn import Box
from zugong.templating import OF_PAGES, TemplateFault

_LOST = "每一部分都要用 {{ part }} 印一次，照随附模板的 {% for %} 写；不要某一部分，请在 bulletin.yaml 里去掉"

_NO_FILES = "模板里只能用写在里面的 <svg>，不能引用文件和网址"

_REMARKS = (
    (r"Ignored `(?P<at>[^`]+?)`? at .*", "样式“{}”不认得", "请改用别的写法，或者删去"),
    (r"Failed to load image at '(?P<at>[^']*)'.*", "图片“{}”没有读", _NO_FILES),
    (r"Relative URI reference without a base URI: (?P<at>.*)", "图片“{}”没有读", _NO_FILES),
    (r"Failed to load stylesheet at '?(?P<at>[^ ']*)'?.*", "样式表“{}”没有读", '请把样式写进 <style> 或 style="…"'),
)
"WeasyPrint's words, and for the editor: what, what to do"


def has_own(own: Path | None) -> bool:
    """Whether the office has templates of its own, not only a sheet."""
    return own is not None and any((own / name).is_file() for name in OF_PAGES)


def lost(box: Box, times: int, own: Path | None) -> TemplateFault:
    """An office's template must print what it is given, once."""
    places = (box.piece, *(name for name in OF_PAGES if name != box.piece))
    name = next((name for name in places if own is not None and (own / name).is_file()), box.piece)
    what = "没有印出" if times == 0 else f"印了 {times} 次"
    return TemplateFault(name, 0, f"“{box.content}”{what}", _LOST)


def refused(remark: str, own: Path) -> TemplateFault:
    """What WeasyPrint could not draw of an office's template."""
    for pattern, what, hint in _REMARKS:
        if found := re.fullmatch(pattern, remark, re.DOTALL):
            said = found["at"].strip()
            return TemplateFault(*_place(said, own), what.format(said), hint)
    return TemplateFault(*_place("", own), "有的地方画不出来", f"WeasyPrint 说：{remark}")


def _place(said: str, own: Path) -> tuple[str, int]:
    """The file and line in which the words stand; else the first file there is."""
    present = [name for name in OF_PAGES if (own / name).is_file()] or [OF_PAGES[0]]
    wanted = re.sub(r"\s", "", said)
    for name in present if wanted else ():
        lines = (own / name).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            if wanted in re.sub(r"\s", "", line):
                return name, number
    return present[0], 0
