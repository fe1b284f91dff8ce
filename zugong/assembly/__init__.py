"""Draft → Issue: sorted, numbered, complete."""

from zugong.assembly.assemble import assemble

__all__ = ["assemble"]
