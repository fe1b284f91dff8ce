"""Tests of what git is asked for, where there is a git."""

from __future__ import annotations

import shutil

import pytest


def require_git() -> None:
    """Skips a test on a machine without git: the program works there too, only without its answers."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
