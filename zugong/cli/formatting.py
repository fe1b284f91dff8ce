"""Help pages and usage errors as a Chinese reader expects them, because click counts characters and glues English.

A command is declared with click's own decorators and `cls=ChineseCommand` (or in a ChineseGroup, which does that).
"""

from __future__ import annotations

import copy
import inspect
import re
from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext as _

import click

from zugong.cli.console import MisusedError
from zugong.text.widths import display_width, fill, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MIN_TEXT_COLUMNS = 10

_TYPE_NAMES = {
    "text": "文字",
    "integer": "整数",
    "integer range": "整数",
    "float": "数字",
    "float range": "数字",
    "boolean": "是或否",
    "datetime": "日期",
    "uuid": "编号",
    "filename": "文件",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
}
"click's names of types, which it shows in help and errors without translating them"


class ChineseFormatter(click.HelpFormatter):
    """click's help page with straight columns and Chinese punctuation."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write 用法：, broken only between the parts of the command."""
        start = " " * self.current_indent + (_("Usage:") if prefix is None else prefix) + prog + " "
        indent = display_width(start)
        if self.width - indent < _MIN_TEXT_COLUMNS:
            indent = self.current_indent + 4
            start = f"{start.rstrip()}\n{' ' * indent}"
        lines = fill(re.split("( )", args), self.width - indent)
        self.write((start + f"\n{' ' * indent}".join(lines)).rstrip() + "\n")

    def write_heading(self, heading: str) -> None:
        """Write a heading with a Chinese colon."""
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs at the current indent."""
        self._write_lines(_laid_out(text, self.width - self.current_indent))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and explanations in two columns; a term wider than `col_max` has its own line."""
        rows = list(rows)
        widths = (display_width(term) for term, _text in rows)
        column = max((width for width in widths if width <= col_max), default=col_max) + col_spacing
        for term, text in rows:
            lines = _laid_out(text, max(self.width - self.current_indent - column, _MIN_TEXT_COLUMNS))
            gap = column - display_width(term)
            head = term
            if gap >= col_spacing and lines:
                head = term + " " * gap + lines.pop(0)
            self._write_lines([head, *(" " * column + line for line in lines)])

    def _write_lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write((" " * self.current_indent + line).rstrip() + "\n")


class ChineseContext(click.Context):
    """The context that makes every page with a ChineseFormatter."""

    formatter_class = ChineseFormatter


class ChineseCommand(click.Command):
    """A command whose help and usage errors hold no English but the names of its options."""

    context_class = ChineseContext

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - all that click takes
        kwargs.setdefault("options_metavar", "[选项]")
        super().__init__(*args, **kwargs)
        for param in self.params:
            _name_in_chinese(param)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and say in whole Chinese sentences what click glues together from pieces."""
        try:
            return super().parse_args(ctx, args)
        except click.MissingParameter as error:
            raise click.UsageError(_missing(error), error.ctx or ctx) from error
        except click.NoSuchOption as error:
            message = _("No such option {name!r}.").format(name=error.option_name)
            raise click.UsageError(suggesting(message, error.possibilities or ()), error.ctx or ctx) from error
        except click.BadParameter as error:
            if error.param_hint is None and error.param is not None:
                error.param_hint = _quoted(error.param) or "参数"
            raise

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - whatever the command returns
        """Run it; what makes no sense to it is told with lines on usage, as click's own refusals are."""
        try:
            return super().invoke(ctx)
        except MisusedError as misused:
            raise click.UsageError(str(misused), ctx) from misused

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help; click looks for spaces to shorten it, and Chinese has none."""
        text = self.short_help or re.split(r"\n\s*\n", inspect.cleandoc(self.help or ""))[0]
        summary = _joined(text.splitlines()).partition("。")[0]
        return f"{summary}（{_('deprecated')}）" if self.deprecated else summary


class ChineseGroup(ChineseCommand, click.Group):
    """A group of ChineseCommands that suggests the nearest name for a mistyped one."""

    command_class = ChineseCommand

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - all that click takes
        is_optional = kwargs.get("invoke_without_command", False)
        kwargs.setdefault("subcommand_metavar", "[命令] [参数]…" if is_optional else "命令 [参数]…")
        super().__init__(*args, **kwargs)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one may have been meant (click 8.1 suggests none)."""
        name = args[0]
        if not name.startswith("-") and not ctx.resilient_parsing and self.get_command(ctx, name) is None:
            from difflib import get_close_matches

            message = _("No such command {name!r}.").format(name=name)
            raise click.UsageError(suggesting(message, get_close_matches(name, self.list_commands(ctx), n=1)), ctx)
        return super().resolve_command(ctx, args)


# Not `type`, click's "the same class as this one": a LazyGroup inside a LazyGroup would want a table.
ChineseGroup.group_class = ChineseGroup


def suggesting(message: str, nearest: Sequence[str]) -> str:
    """The message, turned into a question when a name near the one typed (the first of `nearest`) is known."""
    return f"{message.removesuffix('。')}，是不是“{nearest[0]}”？" if nearest else message


def _name_in_chinese(param: click.Parameter) -> None:
    """Give a parameter the Chinese name of its type, in help (metavar) and in click's messages.

    The type is copied: click shares one `click.INT` among all commands of the process.
    """
    name = _TYPE_NAMES.get(param.type.name, param.type.name)
    if param.type.name in _TYPE_NAMES:
        param.type = copy.copy(param.type)
        param.type.name = name
    if param.metavar is None and not isinstance(param.type, (click.Choice, click.Tuple)):
        if isinstance(param, click.Argument):
            param.metavar = (name if param.required else f"[{name}]") + ("…" if param.nargs != 1 else "")
        else:
            param.metavar = " ".join([name] * param.nargs)


def _quoted(param: click.Parameter) -> str:
    """Its name for an editor; empty for an argument that is only a list of choices."""
    if isinstance(param, click.Argument):
        return f"“{param.metavar.strip('[]…')}”" if param.metavar else ""
    return "、".join(f"“{opt}”" for opt in param.opts)


def _missing(error: click.MissingParameter) -> str:
    if error.param is None:
        return error.format_message()
    what = _("Missing option") if isinstance(error.param, click.Option) else _("Missing argument")
    choices = error.param.type.choices if isinstance(error.param.type, click.Choice) else ()
    names = "、".join(str(getattr(choice, "name", choice)) for choice in choices)
    hint = f"可以填：{names}。" if names else ""
    return f"{what}{_quoted(error.param)}。{hint}"


def _laid_out(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for paragraph, is_kept in _paragraphs(text):
        if lines:
            lines.append("")
        lines += paragraph.splitlines() if is_kept else fold(paragraph, width)
    return lines


def _paragraphs(text: str) -> Iterator[tuple[str, bool]]:
    r"""Paragraphs as one line each, or kept line by line (True) where click's mark \b asks for it."""
    for block in re.split(r"\n\s*\n", text.expandtabs().strip()):
        first, _end, rest = block.partition("\n")
        yield (rest, True) if first.strip() == "\b" else (_joined(block.splitlines()), False)


def _joined(lines: Iterable[str]) -> str:
    """Source lines as one, without a space where the source broke a Chinese sentence."""
    text = ""
    for line in map(str.strip, lines):
        is_chinese = "" not in (text, line) and display_width(text[-1]) == display_width(line[0]) == 2
        text += line if is_chinese or not text else f" {line}"
    return text
