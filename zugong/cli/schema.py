"""zugong schema"""

from __future__ import annotations

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.workspace import program, workspace_root
from zugong.diagnostics import Problem

_NAMES = ("bulletin", "issue", "item", "sheet", "units", "terms")


@click.command(name="schema", cls=ChineseCommand)
@click.argument("name", required=False, type=click.Choice(_NAMES), metavar="[种类]")
@click.option("--write", is_flag=True, help="写进工作文件夹的 .zugong/schema，供 VS Code 等编辑器使用")
def command(name: str | None, write: bool) -> None:
    """各种文件的字段说明（JSON Schema），编辑器有了它会提示字段、指出错处。

    \b
    种类：
      bulletin   刊物设置 bulletin.yaml
      issue      一期的设置 issue.yaml
      item       写成 .yaml 的稿件（.md 稿件开头的几行，编辑器管不到，请用 zugong check）
      sheet      版面 sheet.yaml
      units      单位名录 units.yaml
      terms      用语表 terms.yaml
    """
    if write:
        _write()
        return
    if name is None:
        raise click.UsageError(f"请写上种类：{'、'.join(_NAMES)}；或者写 --write，写进工作文件夹。")
    from zugong.sources.schema import KINDS, schema_text

    click.echo(schema_text(next(kind for kind in KINDS if kind.name == name)), nl=False)


def _write() -> None:
    from zugong.scaffold import write_schemas

    root = workspace_root()
    written = write_schemas(root)
    if isinstance(written, Problem):
        raise click.ClickException(f"{written.message}。{written.hint}")
    for file in written:
        click.echo(f"已写 {file.relative_to(root).as_posix()}")
    if not written:
        click.echo("已经是最新的，没有改动。")
        return
    click.echo(
        "请把这些文件一起提交到 git。文件第一行写上下面这样一行，编辑器就会用它（在 VS Code 里要装 YAML 扩展）："
    )
    click.echo("  # yaml-language-server: $schema=../../../.zugong/schema/issue.json")
    click.echo(f".md 稿件开头的几行，编辑器管不到，写完请运行 {program()} check。")
