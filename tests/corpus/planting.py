"""Plants slips into texts the rules were not written on, and says how many are found; structure is in its own module.

python -m tests.corpus.planting [-v]
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

from tests.corpus.planting_structure import PROMISED, structure_recall
from tests.corpus.slips import FAMILIES, IN_SCOPE
from tests.corpus.texts import BULLETIN, UNSEEN, prose, reports
from zugong.checks import Context
from zugong.sources.registers import read_registers

SEED = 20211122
EACH = 6
"plantings of one slip; of a wrong word 2, there are many of them"
ROOT = Path(__file__).resolve().parents[2]


def paragraphs():
    """All paragraphs of some length, in a fixed order."""
    return [line for path in UNSEEN for line in prose(path) if len(line) >= 40]


def planted():
    """Family, slip, paragraph, start and length of each fault."""
    rng = random.Random(SEED)
    texts = paragraphs()
    for family, slips in FAMILIES.items():
        for name, slip in slips.items():
            done = 0
            for text in rng.sample(texts, len(texts)):
                spoilt = slip(rng, text)
                if spoilt is not None:
                    yield family, name, *spoilt
                    done += 1
                if done == (2 if family == "错别字" else EACH):
                    break


def recall():
    """Family → (found, planted), and the slips that were missed."""
    context = Context(BULLETIN, (), date(2023, 8, 22), read_registers(ROOT).value)
    counts, missed = defaultdict(lambda: [0, 0]), []
    for family, name, text, start, length in planted():
        found = [one.origin.column - 1 for one in reports([text], context=context) if one.origin.line]
        hit = any(start <= at < start + length for at in found)
        counts[family][0] += hit
        counts[family][1] += 1
        if not hit:
            missed.append((family, name, text[max(start - 10, 0) : start + length + 10], found))
    return dict(counts), missed


if __name__ == "__main__":
    totals, lost = recall()
    made, unseen = structure_recall()
    for family, (found, number) in (*totals.items(), *made.items()):
        promised = family in (*IN_SCOPE, *PROMISED)
        print(f"{family}：{found}/{number}（{found / number:.0%}）{'' if promised else '，不在保证之内'}")
    if "-v" in sys.argv:
        for one in (*lost, *unseen):
            print(*one)
