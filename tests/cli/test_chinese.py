"""click speaks Chinese: every message translated, help straight on the console, no console crashes it."""

import ast
import gettext
import os
import re
import runpy
import string
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from zugong.cli import chinese
from zugong.cli.chinese import speak_chinese
from zugong.cli.console import soften_console
from zugong.cli.formatting import ChineseCommand
from zugong.text.widths import display_width

ROOT = Path(chinese.__file__).parents[2]
PO = Path(chinese.__file__).parent / "locale" / "zh_CN" / "LC_MESSAGES" / "zugong.po"
CLICK_DIR = Path(click.__file__).parent

OLDER_CLICK = [  # click 8.1.8 says these, newer ones do not
    "(Deprecated) {text}",
    "DeprecationWarning: The command {name!r} is deprecated.",
    "Error: The value you entered was invalid.",
    "Error: {e.message}",
    "No such option: {name}",
    "required",
    "{value!r} is not a valid boolean.",
]
KNOWN_VARIABLES = {"extra['required']": "required"}
"""what click hands to gettext in a variable"""
LEFT_OUT = {"DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": {"param_type"}}
"""placeholders that click fills with an English word"""


def messages_of_click():
    """Every (singular, plural or "") in click's source."""
    found = {(text, "") for text in OLDER_CLICK}
    for path in sorted(CLICK_DIR.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                texts = [arg.value if isinstance(arg, ast.Constant) else KNOWN_VARIABLES[ast.unparse(arg)]
                         for arg in node.args[:2 if node.func.id == "ngettext" else 1]]  # fmt: skip
                found.add((texts[0], texts[1] if len(texts) > 1 else ""))
    return sorted(found)


def placeholders(text):
    """Names filled in by str.format or by %."""
    names = {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}
    return names | set(re.findall(r"%\((\w+)\)", text))


@pytest.fixture(scope="module")
def make_locale():
    return runpy.run_path(str(ROOT / "tools" / "make_locale.py"))


@pytest.fixture(autouse=True)
def _in_chinese():
    speak_chinese()


def test_the_scan_finds_the_messages():
    assert len(messages_of_click()) > 55
    assert ("Usage:", "") in messages_of_click()


@pytest.mark.parametrize(("singular", "plural"), messages_of_click())
def test_every_message_of_click_is_translated_with_its_placeholders(singular, plural):
    said = gettext.ngettext(singular, plural, 2) if plural else gettext.gettext(singular)
    assert said not in (singular, plural), "no translation"
    assert re.search("[\u4e00-\u9fff]", said)
    if plural:  # both forms share one Chinese sentence, with the placeholders of the fuller one or of both
        assert placeholders(singular) & placeholders(plural) <= placeholders(said)
        assert placeholders(said) <= placeholders(singular) | placeholders(plural)
    else:
        assert placeholders(said) == placeholders(singular) - LEFT_OUT.get(singular, set())


def test_mo_agrees_with_po(make_locale):
    assert PO.with_suffix(".mo").read_bytes() == make_locale["compile_mo"](make_locale["read_po"](PO)), (
        "run tools/make_locale.py"
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('msgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr "c"\n', "twice"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "x.po:3: second msgstr"),
        ("msgid 'a'\n", "x.po:1: cannot read"),
    ],
)
def test_a_broken_po_is_refused(make_locale, tmp_path, text, complaint):
    (tmp_path / "x.po").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=complaint):
        make_locale["read_po"](tmp_path / "x.po")


# ---- a sample command ----

speak_chinese()  # before the command is declared: version_option looks its words up then


@click.command(cls=ChineseCommand)
@click.argument("number", metavar="期号")
@click.argument("files", nargs=-1, type=click.Path(exists=True))
@click.option("-o", "--output", type=click.Path(file_okay=False), help="放进这个文件夹，“没有”就新建；" * 4)
@click.option("--copies", type=int, default=3, show_default=True, help="份数。")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), required=True, help="印发日期。")
@click.option("--title", help="标题。")
@click.option("--sizes", type=float, nargs=2, help="宽和高。")
@click.option("--a-very-long-name-of-an-option", metavar="值", help="说明在下一行。")
@click.option("--pdf/--docx", help="只做一种。")
@click.version_option("0.1", prog_name="zugong")
def sample(**_values):
    """生成文件。

    这一段在源文件里分成两行，
    合在一起时不多出空格。

    \b
    照原样
      两行
    """
    click.echo("完成 ✅ ² 𠮷")


def output_of(*args):
    return CliRunner().invoke(sample, args, prog_name="zugong", terminal_width=60).output


def test_help():
    assert (
        output_of("--help")
        == """\
用法：zugong [选项] 期号 [路径]…

  生成文件。

  这一段在源文件里分成两行，合在一起时不多出空格。

  照原样
    两行

选项：
  -o, --output 文件夹  放进这个文件夹，“没有”就新建；放进
                       这个文件夹，“没有”就新建；放进这个
                       文件夹，“没有”就新建；放进这个文件
                       夹，“没有”就新建；
  --copies 整数        份数。  [默认：3]
  --date 日期          印发日期。  [必填]
  --title 文字         标题。
  --sizes 数字 数字    宽和高。
  --a-very-long-name-of-an-option 值
                       说明在下一行。
  --pdf / --docx       只做一种。
  --version            显示版本号。
  --help               显示这份说明。
"""
    )


def test_columns_of_the_help_are_straight():
    lines = output_of("--help").partition("选项：\n")[2].splitlines()
    # Where the explanation starts: after a term and two or more spaces, or after nothing but spaces.
    starts = {display_width(match[0]) for line in lines if (match := re.match(r"  \S.*?  +(?=\S)| {3,}(?=\S)", line))}
    assert starts == {23}
    assert max(map(display_width, lines)) <= 60


def test_a_narrow_usage_line_breaks_between_parts():
    output = CliRunner().invoke(sample, ["--help"], prog_name="zugong build", terminal_width=29).output
    assert output.startswith("用法：zugong build [选项]\n                   期号\n")


def test_a_long_name_of_the_program_leaves_the_parts_a_line_of_their_own():
    output = CliRunner().invoke(sample, ["--help"], prog_name="zugong build", terminal_width=28).output
    assert output.startswith("用法：zugong build\n    [选项] 期号 [路径]…\n")


def test_choices_are_told_when_one_is_missing():
    @click.command(cls=ChineseCommand)
    @click.argument("kind", type=click.Choice(["pdf", "docx"]))
    @click.option("--paper", type=click.Choice(["A4", "A3"]), required=True)
    def _choosy(**_values):
        pass

    def last_line(*args):
        return CliRunner().invoke(_choosy, args).output.splitlines()[-1]

    assert last_line() == "错误：缺少参数。可以填：pdf、docx。"
    assert last_line("pdf") == "错误：缺少选项“--paper”。可以填：A4、A3。"
    assert last_line("txt") == "错误：参数的值不对：“txt”不行，只能填：'pdf', 'docx'。"


ERRORS = [
    ([], "缺少参数“期号”。"),
    (["1"], "缺少选项“--date”。"),
    (["--output"], "选项“--output”后面要写 1 个值。"),
    (["--titel", "x"], "没有“--titel”这个选项，是不是“--title”？"),
    (["-x"], "没有“-x”这个选项。"),
    (["--copies", "1.5"], "“--copies”的值不对：“1.5”不是整数。"),
    (["--sizes", "1", "二"], "“--sizes”的值不对：“二”不是数字。"),
    (["1", "没有.md", "--date", "2023-01-01"], "“路径”的值不对：路径“没有.md”不存在。"),
    (["-o", __file__], f"“-o”、“--output”的值不对：文件夹“{__file__}”是一个文件。"),
    (["--date", "今天"], "“--date”的值不对：“今天”的写法不对，应写成：'%Y-%m-%d'。"),
]


@pytest.mark.parametrize(("args", "message"), ERRORS)
def test_errors(args, message):
    assert output_of(*args).splitlines()[-1] == f"错误：{message}"


@pytest.mark.parametrize("args", [["--help"], ["--version"], *(args for args, _message in ERRORS)])
def test_no_english_but_names_of_options(args):
    output = output_of(*args)
    for allowed in (__file__, *args, *(opt for param in sample.params for opt in param.opts), "--docx", "--help"):
        output = re.sub(rf"(?<![\w-]){re.escape(allowed)}(?![\w-])", "", output)
    assert set(re.findall("[A-Za-z]{2,}", output)) <= {"zugong"}


def test_a_parameter_type_of_click_is_not_changed_for_everybody():
    assert click.INT.name == "integer"


# ---- the console ----

PROGRAM = """
import os, sys
from zugong.cli.chinese import speak_chinese
from zugong.cli.console import soften_console
speak_chinese()
soften_console()
import click
from zugong.cli.formatting import ChineseCommand

@click.command(cls=ChineseCommand, help="生成 ✅ ² 𠮷")
@click.option("--n", type=int)
def main(n):
    click.echo("完成 ✅ ² 𠮷")
    print("再说 ✅", file=sys.stderr)

main(prog_name="zugong")
"""


def run(program, *args, **env):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.run(
        # In escapes, because under LC_ALL=C Python cannot read Chinese from its command line.
        [sys.executable, "-c", program.encode("ascii", "backslashreplace").decode(), *args],
        env=kept | {"PYTHONPATH": str(ROOT)} | env,
        capture_output=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("env", "encoding"),
    [
        ({"PYTHONIOENCODING": "gbk"}, "gbk"),
        ({"PYTHONIOENCODING": "gbk:strict"}, "gbk"),
        ({"PYTHONIOENCODING": "utf-8", "LANGUAGE": "en", "LANG": "en_US.UTF-8"}, "utf-8"),
        ({"LC_ALL": "C"}, "utf-8"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, None),
    ],
)
def test_no_console_crashes_it(env, encoding):
    for args, code, word in (((), 0, "完成"), (("--help",), 0, "用法：zugong [选项]"), (("--n", "x"), 2, "不是整数。")):
        done = run(PROGRAM, *args, **env)
        told = done.stdout + done.stderr
        assert done.returncode == code, told
        assert b"Traceback" not in told
        assert encoding is None or word in told.decode(encoding)


def test_it_does_not_matter_when_click_is_imported():
    assert "用法：" in run("import click\n" + PROGRAM, "--help", PYTHONIOENCODING="utf-8").stdout.decode()


def test_streams_that_are_not_there_are_no_trouble(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", object())
    soften_console()


def test_the_module_alone_imports_nothing_heavy():
    program = (
        f"import sys; source = open({chinese.__file__!r}, encoding='utf-8').read(); before = set(sys.modules)\n"
        "exec(source, {'__name__': 'chinese'})\n"
        "print(*(set(sys.modules) - before))"
    )
    heavy = {"click", "gettext", "pathlib", "re", "zugong"}
    assert not heavy & set(run(program, PYTHONIOENCODING="utf-8").stdout.decode().split())
