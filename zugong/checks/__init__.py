"""Rules: IssueDraft + Context → Problems. Structure may stop a build; prose is only ever doubted or hinted at."""

from zugong.checks.context import Context
from zugong.checks.registry import CHECKS, check_draft, checks_by_name, review
from zugong.checks.rule import Check, Family
from zugong.checks.silence import Reviewed

__all__ = ["CHECKS", "Check", "Context", "Family", "Reviewed", "check_draft", "checks_by_name", "review"]
