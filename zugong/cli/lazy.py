"""A group that imports a command only when it is wanted, so that `zugong --help` costs no WeasyPrint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import gettext as _
from importlib import import_module

import click

from zugong.cli.formatting import ChineseGroup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from click.shell_completion import CompletionItem


class LazyGroup(ChineseGroup):
    """Commands from an explicit table: name → (module with an attribute `command`, summary of one line)."""

    def __init__(self, *args: Any, table: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401 - all that click takes
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table, which is the order of an editor's work."""
        return [*self.table, *(name for name in super().list_commands(ctx) if name not in self.table)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and keep the command, None for a name the table lacks."""
        if cmd_name in self.table and cmd_name not in self.commands:
            module, _summary = self.table[cmd_name]
            command = import_module(module).command
            assert isinstance(command, click.Command), f"{module}.command is no click command"
            self.commands[cmd_name] = command
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table; click would import every command for its help."""
        with formatter.section(_("Commands")):
            formatter.write_dl(self._summaries(ctx))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete from the table, importing no command."""
        from click.shell_completion import CompletionItem

        names = [pair for pair in self._summaries(ctx) if pair[0].startswith(incomplete)]
        # click.Group's own answer would import them all, so it is passed over.
        options = click.Command.shell_complete(self, ctx, incomplete)
        return [*(CompletionItem(name, help=summary) for name, summary in names), *options]

    def _summaries(self, ctx: click.Context) -> Iterator[tuple[str, str]]:
        for name in self.list_commands(ctx):
            if name in self.table:
                yield name, self.table[name][1]
            elif not (command := self.commands[name]).hidden:
                yield name, command.get_short_help_str()
