"""Plants slips into the make-up of issues and says how many are found: the other half of planting.py."""

from __future__ import annotations

import random
import tempfile
from datetime import date
from pathlib import Path

from tests.corpus.structure_slips import BESIDE, HINTED, STRUCTURE, UNSEEN_BY_RULES, sound_issue
from tests.corpus.texts import UNSEEN, prose
from zugong.diagnostics import Severity
from zugong.model.issue import IssueKey
from zugong.pipeline import examine, open_office

SEED = 20211122
EACH = 4
KEY = IssueKey(2023, 23)
FAMILIES = {"结构": STRUCTURE, "结构（提示）": HINTED, "结构（看不出）": UNSEEN_BY_RULES}
PROMISED = ("结构", "结构（提示）")


def planted():
    """Family, slip, sound files, spoilt files and the place of each fault."""
    rng = random.Random(SEED)
    texts = [
        line
        for path in UNSEEN
        for line in prose(path)
        if 60 <= len(line) <= 200 and "　" not in line and " " not in line
    ]
    for family, slips in FAMILIES.items():
        for name, slip in slips.items():
            for _ in range(EACH):
                files = sound_issue(rng.sample(texts, 12))
                yield family, name, files, *slip(rng, files)


def examined(root, files, *, everything):
    """Path, line, column and rule of each report on these files."""
    for path, text in (*BESIDE.items(), *((f"issues/{KEY}/{name}", text) for name, text in files.items())):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    found = examine(open_office(root, date(2023, 8, 22)), KEY).problems
    shown = [one for one in found if everything or one.severity > Severity.HINT]
    return {(one.origin.path.rpartition("/")[2], one.origin.line, one.origin.column, one.rule) for one in shown}


def structure_recall():
    """Family → (found, planted), and the slips that were missed."""
    counts, missed = {family: [0, 0] for family in FAMILIES}, []
    with tempfile.TemporaryDirectory() as folder:
        for number, (family, name, files, spoilt, place) in enumerate(planted()):
            before, after = (
                examined(Path(folder, f"{number}{state}"), one, everything=family != "结构")
                for state, one in (("a", files), ("b", spoilt))
            )
            hit = any(
                file == place.file and line in place.lines and column in place.columns
                for file, line, column, _ in after - before
            )
            counts[family][0] += hit
            counts[family][1] += 1
            if not hit:
                missed.append((family, name, place, sorted(after - before)))
    return counts, missed
