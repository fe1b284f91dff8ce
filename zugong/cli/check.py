"""zugong check, as click knows it."""

from __future__ import annotations

import click

from zugong.cli.formatting import ChineseCommand
from zugong.cli.plain import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@click.command(name="check", cls=ChineseCommand)
@click.argument("issues", nargs=-1, metavar="[期号]…")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="输出格式，默认 text")
@click.option("--all", "everything", is_flag=True, help="连“提示”一起列出")
@click.option("--layout", is_flag=True, help="再看版面：几面、末面空几行、删几个字可少一面")
@click.option("--ignored", is_flag=True, help="列出稿件里忽略了哪些问题，为什么")
@click.option(
    "--explain", is_flag=False, flag_value="*", metavar="[规则名]", help="说明一条规则；不写名字就列出全部规则"
)
@click.option("--since", metavar="版本", help="只报 git 里这个版本以后改动的行，例如 HEAD")
@click.option("--staged", is_flag=True, help="只报准备提交（git add 过）的改动")
@click.option("--fix", is_flag=True, help="改正不会影响意思的地方：半角标点、直引号、省略号、空格、确定的错别字")
@click.option("--diff", is_flag=True, help="列出 --fix 的改动；不加 --fix 就只看不改")
@click.option("--docx", is_flag=True, help="另存一份 DOCX，每个问题是一条批注，可以退给供稿单位")
def command(issues: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401 - as declared above
    """检查一期或几期，指出问题在哪个文件第几行、怎么改。

    期号写 23、2023/23 或文件夹；不写就是所在的那一期，否则是最新一期。
    有错误时退出码为 1，只有疑问和提示时为 0。
    """
    from zugong.cli.checking import check

    return check(issues, **options)
