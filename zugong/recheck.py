"""Nothing twice, for `check`: what was found in an issue is told again while all that it depends on is the same."""

from __future__ import annotations

from zugong.cache import Findings
from zugong.model.issue import IssueKey
from zugong.run import Run


def findings(run: Run, key: IssueKey) -> Findings:
    """What a check of an issue finds; it is read only when something has changed since another one."""
    found = run.remembered(key, "check", lambda: _look_at(run, key))
    assert found is not None
    return found


def _look_at(run: Run, key: IssueKey) -> Findings:
    from zugong.pipeline import examine
    from zugong.rehearsal import rehearsed

    office = run.open()
    examined = rehearsed(office, examine(office, key))
    return Findings(examined.problems, examined.silenced)
