"""Characters that come with pasted text and look like everyday ones, but are not."""

from __future__ import annotations

from unicodedata import normalize

_FORMS = {
    "\u2010": "-",  # hyphen
    "\u2011": "-",  # non-breaking hyphen
    "\u2012": "-",  # figure dash
    "\u2013": "—",  # en dash
    "\u2015": "—",  # horizontal bar
    "\u2212": "-",  # minus sign
    "\u2022": "·",  # bullet
    "\u2027": "·",  # hyphenation point
    "\u30fb": "·",  # katakana middle dot
    "\u301c": "～",  # wave dash
    "\u22ef": "…",  # midline ellipsis
    "\uff61": "。",  # half-width ideographic full stop
}
"""Marks whose Unicode decomposition says nothing."""


def everyday_form(character: str) -> str:
    """What an editor would have typed: 工 for the radical ⼯, — for –; empty when nothing is known."""
    if character in _FORMS:
        return _FORMS[character]
    folded = normalize("NFKC", character)
    return folded if folded != character and len(folded) == 1 else ""
