"""zugong build, as click knows it."""

from __future__ import annotations

from pathlib import Path

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.plain import MOST_JOBS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@click.command(name="build", cls=ChineseCommand)
@click.argument("issues", nargs=-1, metavar="[期号]…")
@click.option("--pdf", is_flag=True, help="只出 PDF")
@click.option("--docx", is_flag=True, help="只出 DOCX")
@click.option("--proof", is_flag=True, help="PDF 只出校样：版面一样，一眨眼就好，没有归档标记")
@click.option("--watch", is_flag=True, help="一直开着，每次保存就重出校样（加 --docx 连 DOCX 一起出）")
@click.option("--all", "everything", is_flag=True, help="生成所有各期")
@click.option("-j", "jobs", type=click.IntRange(1, MOST_JOBS), metavar="N", help="同时生成几期，默认按处理器的个数")
@click.option("-o", "folder", type=click.Path(file_okay=True, path_type=Path), help="放到哪个文件夹，默认 build")
@click.option("--draft", is_flag=True, help="有错误也生成，每面加“草稿”字样，文件名也带“草稿”；PDF 出校样")
@click.option("--strict-fonts", "strict_fonts", is_flag=True, help="公文字体没有安装就不生成 PDF，不用别的字体代替")
@click.option("--force", is_flag=True, help="没有变动也重新生成；生成以后被人改过的文件也覆盖")
def command(issues: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401 - as declared above
    """生成可以印发的 PDF 和 DOCX，不指定格式就两种都出。

    先列出问题；有错误就不生成，原来的文件不动。上次生成以后没有变动的，不再重新生成。
    """
    from zugong.cli.building import build

    return build(issues, **options)
