"""Why a foreign file cannot be taken in, as a sentence for the editor."""

from __future__ import annotations


class Refused(Exception):
    """Raised inside the room only; its door (`reading.read_manuscript`) turns it into a Problem."""

    def __init__(self, rule: str, message: str, advice: str) -> None:
        super().__init__(message)
        self.rule, self.message, self.advice = rule, message, advice
