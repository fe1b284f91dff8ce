"""Templates in settings: text with {刊名} {年} {期号}, and whether it may name a file."""

from __future__ import annotations

from zugong.diagnostics import Location, Problem, doubt, error
from zugong.model.prose import Text
from zugong.placeholders import PLACEHOLDERS
from zugong.text.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_PLACEHOLDER = Pattern(r"\{([^{}]*)\}|[{}]", "{}")
_WHOLE = Pattern(r"\{[^{}]*\}", "{")
_NOT_IN_NAMES = '/\\:*?"<>|'
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10)))
)
_LONGEST_NAME = 180
"bytes in UTF-8; file systems allow 255, and 草稿, a suffix and an ending are still to come"


def read_template(text: Text, name: str, allowed: tuple[str, ...], problems: list[Problem]) -> Text:
    """The template with its placeholders in their Chinese form; those not allowed are errors and stay as they are."""

    def chinese(found: re.Match[str]) -> str:
        word = (found.group(1) or "").strip().lower()
        word = PLACEHOLDERS.get(word, word)
        if found.group() in ("{", "}"):
            problems.append(_unpaired(text, found.start(), name))
        elif word not in allowed:
            message = f"“{name}”里的“{found.group()[:20]}”不知道要填什么"
            place = text.origin.shifted(found.start())
            advice = "花括号里只能写 " + "、".join(f"{{{one}}}" for one in allowed)
            problems.append(error("unknown-placeholder", message, place, advice, len(found.group())))
        return f"{{{word}}}" if word in allowed else found.group()

    for at, char in enumerate(text.content):
        if char in "｛｝":
            message = f"“{name}”里的花括号是全角的，要用半角"
            problems.append(error("full-width-brace", message, text.origin.shifted(at), "把 ｛ ｝ 改成 { }"))
    return Text(_PLACEHOLDER.sub(chinese, text.content), text.origin)


def _unpaired(text: Text, at: int, name: str) -> Problem:
    """A brace without its other half."""
    brace = text.content[at]
    other = "}" if brace == "{" else "{"
    rest = text.content[at : at + 12] if brace == "{" else text.content[max(at - 11, 0) : at + 1]
    message = f"“{name}”里的“{rest}”缺一个 {other}"
    advice = f"补上 {other}；花括号要成对，都用半角"
    return error("unpaired-brace", message, text.origin.shifted(at), advice, len(rest) if brace == "{" else 1)


def section_heading_problems(template: Text | None) -> list[Problem]:
    """A 样式 that leaves out the name of the section, and so is the same for all."""
    if template is None or "{栏目}" in template.content:
        return []
    if any(sign in template.content.replace("{序号}", "") for sign in "{}｛｝"):
        return []  # a placeholder that was told already
    return [_no_section(template)]


def _no_section(template: Text) -> Problem:
    message = "这个样式里没有 {栏目}，栏目名印不出来"
    advice = "例如 【{栏目}】；不要样式就写“无”"
    return doubt("section-not-shown", message, template.origin, advice, max(len(template.content), 1))


def literal_braces(text: Text | None, name: str) -> list[Problem]:
    """A placeholder in a field that is printed as it stands."""
    found = _WHOLE.search(text.content) if text else None
    if text is None or found is None:
        return []
    message = f"“{name}”里的“{found.group()[:20]}”不会换成别的，会原样印出"
    advice = "删去花括号和里面的字；要印期号、日期这些，写在“报头”“版记”或“版记后”里"
    return [doubt("not-a-template", message, text.origin.shifted(found.start()), advice, len(found.group()))]


def number_format_problems(template: Text | None) -> list[Problem]:
    """A 期号 without any placeholder: the same in every issue."""
    if template is None or "{" in template.content or not template.content:
        return []
    message = "“期号格式”里没有 {期号}，每一期印出来都一样"
    return [doubt("number-not-shown", message, template.origin, "例如 第{期号}期", len(template.content))]


def file_name_problems(template: Text, title: str) -> list[Problem]:
    """Why the template, filled in, cannot be the name of a file on Windows, macOS and Linux."""
    filled = template.content.replace("{刊名}", title).replace("{年}", "2023").replace("{期号}", "1").strip()
    forbidden = sorted({char for char in filled if char in _NOT_IN_NAMES})
    if not filled:
        return [_bad("“文件名”是空的", template.origin)]
    if forbidden:
        return [_forbidden(forbidden, template)]
    if filled.partition(".")[0].strip().lower() in _RESERVED:
        return [_bad(f"“{filled}”是 Windows 保留的名字，不能作文件名", template.origin)]
    if filled.startswith(".") or filled.endswith("."):
        return [_bad("“文件名”不能以点开头或结尾", template.origin)]
    if len(filled.encode("utf-8", errors="replace")) > _LONGEST_NAME:
        return [_bad("“文件名”太长", template.origin)]
    return _same_for_all(template)


def _forbidden(signs: list[str], template: Text) -> Problem:
    """Signs of the template itself, or of the 刊名 that fills it."""
    shown = " ".join(signs)
    if set(signs) & set(template.content):
        return _bad(f"“文件名”里不能有 {shown}", template.origin)
    advice = "请在“文件名”里另写一个不带这些符号的名字，如 简报{年}年第{期号}期"
    return error("bad-file-name", f"刊名里的 {shown} 不能用在文件名里", template.origin, advice)


def _same_for_all(template: Text) -> list[Problem]:
    missing = [mark for mark in ("{年}", "{期号}") if mark not in template.content]
    if not missing:
        return []
    message = f"“文件名”里没有 {' 和 '.join(missing)}，几期的文件会同名"
    advice = "例如 {刊名}{年}年第{期号}期"
    return [doubt("file-name-not-unique", message, template.origin, advice, max(len(template.content), 1))]


def _bad(message: str, origin: Location) -> Problem:
    return error("bad-file-name", message, origin, "例如 {刊名}{年}年第{期号}期")
