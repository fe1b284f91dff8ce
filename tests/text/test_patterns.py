"""Patterns are compiled only where a text may need them, and needs lose no hit."""

import importlib
import pkgutil
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from zugong.checks import CHECKS
from zugong.checks.amounts import parts_and_sum
from zugong.checks.numerals import impossible_day
from zugong.checks.passages import Kind, Passage
from zugong.sources import characters
from zugong.text.patterns import Pattern, all_han, beside, pairs, places

ROOT = Path(__file__).resolve().parents[2]
EVERY = [chr(point) for point in range(0x11_0000) if not 0xD800 <= point < 0xE000]

WATCH = """
import re, sys
from datetime import date
from pathlib import Path
made, compiled = [], re.compile

def watched(source, flags=0):
    if sys._getframe(1).f_globals.get("__name__", "").startswith("zugong."):
        made.append(source)
    return compiled(source, flags)

re.compile = watched
from zugong.model.issue import IssueKey
from zugong.pipeline import examine, open_office
examine(open_office(Path({root!r}), date(2023, 9, 1)), IssueKey(*{key!r}))
print(ascii(made))
"""
WIDE = 1000
"characters of a range: a twentieth of a millisecond"


def compiled_for(key):
    """The patterns of ours that a fresh process compiles to examine a printed issue."""
    code = WATCH.format(root=str(ROOT), key=key)
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    return eval(told.stdout)


def widest(source):
    """The longest range in a pattern."""
    literal = re.sub(r"\\[uU]([0-9a-fA-F]{4,8})", lambda found: chr(int(found[1], 16)), source)
    ranges = re.findall(r"([^\[])-(.)", re.sub(r"\\.", "", literal))
    return max((ord(last) - ord(first) for first, last in ranges), default=0)


@pytest.mark.parametrize(("key", "most"), [((2021, 22), 22), ((2023, 23), 14)])
def test_a_printed_issue_has_few_patterns_compiled(key, most):
    """22 has eight findings that need one; before needs were narrow it was 66, seven of them with a range of 汉字."""
    found = compiled_for(key)
    assert [source for source in found if widest(source) > WIDE] == []
    assert len(found) <= most


def test_widest_knows_both_ways_to_write_a_range():
    assert widest("[一-鿿]") == widest(r"[\u4e00-\u9fff]") == 0x51FF
    assert widest(r"[a-z0-9\-–]") == 25


@pytest.mark.parametrize(
    ("needs", "text", "tried"),
    [
        ((), "", True),
        (("，。",), "甲。", True),
        (("，。",), "甲；", False),
        ((("甲乙", "丙"),), "丙", True),
        ((("甲乙", "丙"),), "甲丁乙", False),
        (("，", "。"), "，", False),
        (("，", "。"), "，。", True),
        ((str.isascii,), "x", True),
        ((str.isascii,), "甲", False),
    ],
)
def test_a_pattern_is_tried_where_all_needs_are_met(needs, text, tried):
    for ask in ("finditer", "match", "fullmatch", "search"):
        pattern = Pattern("(?s:.*)", *needs)
        answer = getattr(pattern, ask)(text)
        assert (next(answer, None) if ask == "finditer" else answer) is not None or not tried
        assert (pattern._compiled is not None) is tried
    assert Pattern("(?s:.+)", *needs).sub("x", text) == ("x" if tried and text else text)


def patterns():
    """Every pattern of the house that has needs, by name."""
    found = {}
    for room in ("checks", "sources", "layout", "text"):
        for module in pkgutil.walk_packages([str(ROOT / "zugong" / room)], f"zugong.{room}."):
            for name, one in vars(importlib.import_module(module.name)).items():
                if isinstance(one, Pattern) and one._needs:
                    found[f"{module.name}.{name}"] = one
    return found


def lines():
    """Whatever the tests have been thought out for, whole and in halves, so that ends fall elsewhere too."""
    files = [*(ROOT / "tests" / "cases").rglob("*.md"), *(ROOT / "tests" / "corpus").rglob("*.txt")]
    files += [*(ROOT / "issues").rglob("*.md"), *(ROOT / "tests" / "checks").glob("*.py")]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    found = {line for text in texts for line in text.splitlines()}
    found |= {text for check in CHECKS for text in (check.wrong, check.right)}
    return found | {half for line in found for half in (line[: len(line) // 2], line[len(line) // 2 :])}


WIDER = {
    "checks.amounts._LISTED",
    "checks.marks._GAP",
    "checks.marks._SPACES",
    "checks.numerals._DAY",
    "checks.pairs._MARKS",
    "sources.line_slips._FULL_WIDTH_HEADING",
}
"whose rules look again at what was found"


def test_needs_lose_no_hit():
    texts, hits = lines(), 0
    for name, pattern in patterns().items():
        for text in texts if name.removeprefix("zugong.") not in WIDER else ():
            if pattern.compiled.search(text):
                hits += 1
                assert pattern._may_fit(text), (name, text)
    assert hits > 5000


@pytest.mark.parametrize(
    ("rule", "alphabet"),
    [
        (impossible_day, ["2", "13", "0", "１", "30", "31", "月", "日", "份", "2023年", "底", "，"]),
        (parts_and_sum, ["9个", "3个", "1个", "项", "甲", "（", "）", "、", "共", "其中"]),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_needs_of_wider_ones_lose_no_finding(rule, alphabet, monkeypatch):
    """What the rule finds where every pattern is tried it finds with the needs too."""
    chance = random.Random(7)
    texts = ["".join(chance.choices(alphabet, k=chance.randint(3, 20))) for _ in range(30_000)]
    passages = [Passage(text, Kind.BODY, 0, (), (), (), (), ()) for text in texts]
    found = [list(rule(passage, None)) for passage in passages]
    monkeypatch.setattr(Pattern, "_may_fit", lambda *_: True)
    assert found == [list(rule(passage, None)) for passage in passages]
    assert sum(map(bool, found)) > 50


def test_pairs_and_places():
    assert pairs("甲乙", "的", "丙丁") == ("甲的丙", "甲的丁", "乙的丙", "乙的丁")
    assert list(places("0001", "00")) == [0, 1]
    assert list(places("甲", "乙")) == []


@pytest.mark.parametrize(
    ("text", "plain", "digits"),
    [("约三", True, True), ("约3", False, True), ("约３", False, True), ("约", False, False), ("三约", False, False)],
)
def test_beside(text, plain, digits):
    assert beside("近约", "二三")(text) is plain
    assert beside("近约", "二三", digits=True)(text) is digits


def test_all_han_is_the_range_and_words_hold_it():
    """Patterns take \\w for 汉字 and ask all_han about what they found."""
    inside = {one for one in EVERY if all_han(one)}
    assert inside == set(re.findall("[一-鿿]", "".join(EVERY)))
    assert inside <= set(re.findall(r"[^\W\d_]", "".join(EVERY)))
    assert all_han("")
    assert not all_han("甲1")


def test_no_unseen_character_is_overlooked():
    """What `isprintable` says decides whether the pattern is compiled at all."""
    unseen = characters._SUSPECT.compiled.findall("".join(EVERY))
    assert len(unseen) > 250
    assert [one for one in unseen if not characters._may_be_unseen(f"甲{one}乙")] == []
    assert not characters._may_be_unseen("甲\u3000乙\u00a0丙\t。")
