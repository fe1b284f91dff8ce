"""Structural checks: IssueDraft + Context → Problems."""

from zugong.checks.context import Context
from zugong.checks.registry import CHECKS, Check, check_draft

__all__ = ["CHECKS", "Check", "Context", "check_draft"]
