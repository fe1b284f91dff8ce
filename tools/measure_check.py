"""Times of `zugong check`, printed: python tools/measure_check.py [issues]

One issue, marks by the hundred thousand, and an archive of a thousand issues with and without its index.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

from zugong.checks import Context, review
from zugong.diagnostics import Location
from zugong.model.bulletin import Bulletin, EntryNumbering, HeadlinePlacement, Standing
from zugong.model.issue import DatedText, IssueDraft, IssueKey, ItemDraft
from zugong.model.prose import Paragraph, Run, Text
from zugong.pipeline import examine, keep_index, open_office

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2023, 9, 1)
PLACE = Location("text.md")
HARD = (
    " ",
    *'“ （ 、 ” — … ， 的 4- 甲乙 1 “甲乙丙” 甲乙丙、 第一、 约3 共1个 有限公司 http:// ( " <!--zugong'.split(),  # noqa: SIM905
)
STANDING = Standing((), (), False, EntryNumbering.NONE, False, HeadlinePlacement.RUN_IN)
BULLETIN = Bulletin(Text("刊", PLACE), Text("部", PLACE), Text("第{期号}期", PLACE), Text("刊", PLACE), STANDING, PLACE)


def timed(work: Callable[[], object], rounds: int = 3) -> float:
    """The best of some rounds, seconds."""
    best = float("inf")
    for _ in range(rounds):
        start = perf_counter()
        work()
        best = min(best, perf_counter() - start)
    return best


def monotonous(mark: str, length: int) -> IssueDraft:
    """One item of nothing but this mark."""
    content = (mark * (length // len(mark) + 1))[:length]
    item = ItemDraft(Text("甲县：某事", PLACE), None, (), None, (Paragraph((Run(content, PLACE),)),), PLACE)
    return IssueDraft(IssueKey(2023, 1), DatedText(TODAY, PLACE), STANDING, (), (item,), PLACE, PLACE)


def growth(mark: str) -> tuple[float, float]:
    """Seconds for 50,000 and for 100,000 characters."""
    context = Context(BULLETIN, (), TODAY)
    halves, wholes = monotonous(mark, 50_000), monotonous(mark, 100_000)
    return timed(lambda: review(halves, context)), timed(lambda: review(wholes, context))


def one_issue(root: Path, key: IssueKey) -> float:
    """Reading and checking an issue when everything is imported."""
    office = open_office(root, TODAY)
    return timed(lambda: examine(office, key), rounds=10)


def archive(root: Path, count: int) -> None:
    """A workspace of many issues; the words of each item are shuffled sentences, so that none repeats another."""
    shutil.copytree(ROOT / "issues", root / "issues", ignore=shutil.ignore_patterns("20*"))
    bodies = [path.read_text("utf-8").split("---\n", 2)[2] for path in sorted((ROOT / "issues").glob("20*/*/*.md"))]
    characters = "".join(bodies).replace("*", "").replace("\n", "")
    chance = random.Random(1)  # noqa: S311
    for number in range(count):
        folder = root / "issues" / str(1980 + number // 25) / str(number % 25 + 1)
        folder.mkdir(parents=True)
        (folder / "issue.yaml").write_text(f"日期: {1980 + number // 25}年1月{number % 25 + 1}日\n栏目: 无\n", "utf-8")
        for item in range(4):
            pieces = [characters[at : at + 12] for at in (chance.randrange(len(characters)) for _ in range(40))]
            text = f"---\n标题: 宜秀区：某事{number}之{item}\n---\n\n{'，'.join(pieces)}。\n"
            (folder / f"{item + 1:02d}-宜秀区.md").write_text(text, "utf-8")


def main(count: int) -> None:
    """Prints everything."""
    for key in (IssueKey(2021, 22), IssueKey(2023, 23)):
        print(f"{key}: {one_issue(ROOT, key) * 1000:.1f} ms")
    for mark in HARD:
        half, whole = growth(mark)
        print(f"100,000 characters of {mark}: {whole:.2f} s, twice the text costs {whole / max(half, 1e-9):.1f} times")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        archive(root, count)
        start = perf_counter()
        office = open_office(root, TODAY)
        opened = perf_counter()
        keys = tuple(entry.key for entry in office.archive)
        examine(office, keys[-1])
        first = perf_counter()
        for key in keys:
            examine(office, key)
        print(f"{count} issues opened: {opened - start:.1f} s, index made and one checked: {first - opened:.2f} s")
        print(f"{count} issues checked: {perf_counter() - start:.1f} s in all")
        keep_index(office)
        again = open_office(root, TODAY)
        start = perf_counter()
        examine(again, keys[-1])
        print(f"one issue against {count} with the index: {perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
