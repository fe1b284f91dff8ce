"""Problems as the editor sees them: text with the line and a caret, JSON, or GitHub annotations."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from zugong.cli.console import echo
from zugong.diagnostics import Problem, Severity
from zugong.text.widths import display_width

_WINDOW = 30
"characters shown on each side of the place in a long line"


def report(problems: tuple[Problem, ...], root: Path, form: str = "text") -> None:
    """Prints problems to standard output in one of plain.FORMATS."""
    if form == "json":
        import json  # seldom asked for

        echo(json.dumps({"problems": [_record(problem) for problem in problems]}, ensure_ascii=False, indent=2))
        return
    for problem in problems:
        echo(_annotation(problem) if form == "github" else _text(problem, root))


def summary(problems: tuple[Problem, ...]) -> str:
    """`2 处错误，1 处疑问`; 没有发现问题 when there are none."""
    counts = [(level, sum(problem.severity is level for problem in problems)) for level in reversed(Severity)]
    found = [f"{count} 处{level.chinese}" for level, count in sorted(counts, reverse=True) if count]
    return "，".join(found) or "没有发现问题"


def _record(problem: Problem) -> dict[str, str | int | None]:
    return {
        "path": problem.origin.path,
        "line": problem.origin.line,
        "column": problem.origin.column,
        "length": problem.length,
        "severity": problem.severity.word,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
        "fix": problem.fix.put if problem.fix else None,
    }


def _annotation(problem: Problem) -> str:
    """A workflow command of GitHub Actions; its values are percent-encoded."""
    kind = {Severity.ERROR: "error", Severity.DOUBT: "warning", Severity.HINT: "notice"}[problem.severity]
    origin = problem.origin
    message = f"{problem.message}。{problem.hint}" if problem.hint else problem.message
    place = f"file={_property(origin.path)},line={max(origin.line, 1)},col={max(origin.column, 1)}"
    return f"::{kind} {place},title={_property(problem.rule)}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def headline(problem: Problem) -> str:
    """`path:line:col 级别 文字 [rule-id]`."""
    origin = problem.origin
    place = f"{origin.path}:{origin.line}:{origin.column}" if origin.line else origin.path
    return f"{place} {problem.severity.chinese} {problem.message} [{problem.rule}]".lstrip()


def _text(problem: Problem, root: Path) -> str:
    lines = [headline(problem), *_excerpt(problem, root)]
    if problem.hint:
        lines.append(f"  提示：{problem.hint}")
    return "\n".join(lines)


def _excerpt(problem: Problem, root: Path) -> list[str]:
    """The line with a caret under the place; nothing when the problem is about a whole file."""
    origin = problem.origin
    lines = _lines(root, origin.path) if origin.line and origin.path else ()
    if not 1 <= origin.line <= len(lines):
        return []
    line = lines[origin.line - 1].replace("\t", " ")
    at = min(origin.column - 1, len(line))
    left, right = max(at - _WINDOW, 0), at + max(problem.length, 1) + _WINDOW
    before = ("…" if left else "") + line[left:at]
    marked = line[at : at + max(problem.length, 1)]
    after = line[at + len(marked) : right] + ("…" if right < len(line) else "")
    caret = " " * display_width(_visible(before)) + "^" * max(display_width(_visible(marked)), 1)
    return [f"  {_visible(before + marked + after)}", f"  {caret}"]


def _visible(text: str) -> str:
    """Control characters must not move the cursor of the console."""
    return "".join(character if character.isprintable() or character == "\u3000" else "�" for character in text)


def forget_lines() -> None:
    """For a command that goes on while files change."""
    _lines.cache_clear()


@cache
def _lines(root: Path, path: str) -> tuple[str, ...]:
    """The lines of a file as the readers count them; none if it cannot be shown."""
    from zugong.sources.files import lines_for_display

    return lines_for_display(root / path)
