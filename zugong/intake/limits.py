"""How large and how deep a foreign file may be; a submission is a hundred times smaller than each of these."""

from __future__ import annotations

LARGEST_FILE = 50 * 1024 * 1024
"bytes on disk"

LARGEST_PART = 20 * 1024 * 1024
"bytes of one XML part after unpacking; a bulletin's is 0.1 MB"

LARGEST_PACKAGE = 200 * 1024 * 1024
"bytes of all parts after unpacking, as the package itself says"

MOST_PARTS = 2000

MOST_CHARACTERS = 300_000
"of text; a bulletin has 5,000"

MOST_PARAGRAPHS = 20_000

MOST_COLUMNS = 60
"of a table"

MOST_COVERED = 20_000
"places of a web table that spanning cells cover"

MOST_FIGURES = 40
"pictures that are taken out of one file; each is decoded once"

LARGEST_FIGURE = 20 * 1024 * 1024

OFFICE_SECONDS = 90
"after which LibreOffice is stopped"
