"""Pure functions from text to text: numerals, dates, widths, punctuation."""
