"""zugong list, as click knows it."""

from __future__ import annotations

import click

from zugong.cli.formatting import ChineseCommand


@click.command(name="list", cls=ChineseCommand)
@click.argument("issue", required=False, metavar="[期号]")
def command(issue: str | None) -> int:
    """不写期号：列出所有各期。写期号：列出这一期的稿件和所在页码。"""
    from zugong.cli.listing import list_

    return list_(() if issue is None else (issue,))
