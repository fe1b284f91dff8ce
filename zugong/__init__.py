"""Compose and publish party-office bulletins (简报) from small text files kept in git."""

__version__ = "0.1.0"
