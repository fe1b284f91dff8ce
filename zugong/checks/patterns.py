"""What the patterns of the rules are made of."""

from __future__ import annotations

from zugong.text.patterns import Pattern, all_han, beside, pairs, places

__all__ = ("NUMBER", "Pattern", "all_han", "beside", "pairs", "places")

NUMBER = r"\d{1,12}(?:\.\d{1,4})?"
"a number in digits; bounded, so that no text can make it slow"
