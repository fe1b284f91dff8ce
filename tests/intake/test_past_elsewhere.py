"""Our own DOCX imported into the workspace of another office: nothing of its masthead is lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.intake.test_past_examples import bare
from tests.support.examples import EXAMPLES, TODAY, Example, examples, laid_out, rendered
from zugong.diagnostics import Problem
from zugong.intake.past_files import import_bulletin
from zugong.intake.past_parts import PastIssue
from zugong.pipeline import examine, lay_out, open_office

FRESH = """\
刊名: 某某组工信息
编发单位: 中共某某市委组织部研究室
期号格式: 第{期号}期
文件名: "{刊名}{年}年第{期号}期"
栏目:
  - 市内信息
  - 名称: 市外参考
    供稿单位: 可省
目录: 有
目录序号: 无
领导批示: 有
版记:
  - 报: 省委组织部，本部领导。
  - 送: 各县（市、区）委组织部长，市委各部委负责同志。
"""
"a bulletin.yaml as a new workspace has it"
BY_KEY = {str(one): one for one in examples()}


def once(value: object) -> object:
    """Two wide blanks come back as one, as in every import."""
    if isinstance(value, tuple):
        return tuple(map(once, value))
    return value.replace("\u3000\u3000", "\u3000") if isinstance(value, str) else value


def imported(example: Example, root: Path, settings: str = FRESH) -> tuple[PastIssue, str, tuple[str, ...]]:
    (root / "issues").mkdir(parents=True)
    (root / "issues" / "bulletin.yaml").write_text(settings, encoding="utf-8")
    document = root / "旧刊.docx"
    document.write_bytes(rendered(example, "docx"))
    done = import_bulletin(root, document)
    assert not isinstance(done, Problem), done
    folder, past, remarks = done
    assert folder == root / "issues" / str(example.key)
    assert past.ledger.kept == past.kept, past.ledger
    return past, (folder / "issue.yaml").read_text(encoding="utf-8"), remarks


def advised(past: PastIssue, settings: str = FRESH) -> str:
    """bulletin.yaml after the editor has done what the report says."""
    own, told = yaml.safe_load(settings), yaml.safe_load("\n".join(past.to_be_set)) or {}
    series = [*own.get("系列", []), *told.get("系列", [])]
    return yaml.safe_dump({**own, **told, **({"系列": series} if series else {})}, allow_unicode=True, width=1000)


@pytest.mark.parametrize("example", [one for one in examples() if one.name != "自定版面"], ids=str)
def test_what_the_report_says_is_enough_to_print_it_again(example: Example, tmp_path: Path) -> None:
    """自定版面 has a sheet.yaml of its own, which no DOCX tells."""
    printed_again(example, tmp_path, FRESH)


@pytest.mark.parametrize("host", ["专报", "督查专报", "热线日报", "综合", "要目", "运行月报"])
@pytest.mark.parametrize("name", ["最小/1", "督查专报/11", "热线日报/203", "要目/14", "运行月报/9", "专报/专报5"])
def test_nor_does_it_depend_on_whose_workspace_it_is(name: str, host: str, tmp_path: Path) -> None:
    if name.partition("/")[0] != host:
        settings = (EXAMPLES / host / "issues" / "bulletin.yaml").read_text(encoding="utf-8")
        printed_again(BY_KEY[name], tmp_path, settings)


def printed_again(example: Example, tmp_path: Path, settings: str) -> None:
    past, _, _ = imported(example, tmp_path, settings)
    (tmp_path / "issues" / "bulletin.yaml").write_text(advised(past, settings), encoding="utf-8")
    office = open_office(tmp_path, TODAY)
    found = examine(office, example.key)
    assert found.issue is not None, found
    printed = lay_out(office, found.issue)
    assert printed is not None
    assert [once(bare(one)) for one in printed.sheet.blocks] == [
        once(bare(one)) for one in laid_out(example).sheet.blocks
    ]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("督查专报/11", ["份号: 000007", "密级: 内部资料", "紧急程度: 特急", "签发人: 孙志华", "印数: 20"]),
        ("热线日报/203", ["总期号: 1268", "稿件标记: ■", "目录标记: ※", "印数: 16", '印数格式: "（共印{印数}份）"']),
        ("运行月报/9", ["总期号: 57", "稿件标记: （一）", "编号: 重新"]),
        ("专报/专报5", ["签发人: 周明远", "日期写法: 汉字"]),
    ],
)
def test_what_an_issue_can_say_is_kept(name: str, lines: list[str], tmp_path: Path) -> None:
    _, text, _ = imported(BY_KEY[name], tmp_path)
    assert [line for line in lines if line not in text.splitlines()] == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("督查专报/11", ["澄政督〔2026〕11号　签发人：孙志华", "期号格式: 澄政督〔{年}〕{期号}号", "报头:"]),
        ("热线日报/203", ["（总第1268期）", '- {中: "（总第{总期号}期）"}']),
        ("运行月报/9", ["编发单位: 澄溪县城市运行服务中心", "期号格式: 〔{年}〕第{期号}期（总第{总期号}期）"]),
        ("专报/专报5", ["澄溪政务信息；专报", "- 名称: 专报", "期号格式: 〔{年}〕第{期号}期"]),
    ],
)
def test_what_it_cannot_say_is_told(name: str, told: list[str], tmp_path: Path) -> None:
    _, text, remarks = imported(BY_KEY[name], tmp_path)
    comments = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    assert [one for one in told if one not in comments or one not in "\n".join(remarks)] == []


def test_marks_are_no_part_of_headlines(tmp_path: Path) -> None:
    past, _, _ = imported(BY_KEY["热线日报/203"], tmp_path / "a")
    assert [one.headline[0] for one in past.items] == ["北", "江", "3", "柳"]
    past, _, _ = imported(BY_KEY["运行月报/9"], tmp_path / "b")
    assert [one.headline for one in past.items][:2] == ["处置情况", "考核得分"]
    assert not any("■" in path.name or "（" in path.name for path in tmp_path.rglob("*.md"))
