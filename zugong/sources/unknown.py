"""A field that the table does not have: what was meant, or where it belongs."""

from __future__ import annotations

import re

from zugong import terms
from zugong.diagnostics import Problem, error
from zugong.sources.colons import colon_problem
from zugong.sources.fields import Field, Table
from zugong.sources.nodes import Entry
from zugong.sources.tables import FILES
from zugong.text.likeness import nearest


def unknown_key(entry: Entry, table: Table) -> Problem:
    """The error, with the nearest field of this table or the file that has such a field."""
    word = entry.key.value
    if not word:
        return error("unknown-key", "冒号前面没有字段名", entry.key.origin, _listing(table))
    colon = colon_problem(entry.key.lines[0])
    if colon and table.find(re.split("[:：]", word)[0].strip()):
        return colon
    shown = word if len(word) <= 20 else word[:19] + "…"
    advice = _meant(word, table) or _elsewhere(word) or _listing(table)
    message = f"没有“{shown.replace(chr(10), ' ')}”这个字段"
    return error("unknown-key", message, entry.key.origin, advice, max(len(entry.key.lines[0].content), 1))


def _meant(word: str, table: Table) -> str:
    chinese = {one.name for one in table.fields}
    synonym = terms.SYNONYMS.get(word)
    if synonym and terms.chinese(synonym) in chinese:
        return f"是不是“{terms.chinese(synonym)}”？"
    if word in terms.KEYS.values():
        return ""
    near = nearest(word, [name for one in table.fields for name in (one.name, one.key)])
    return f"是不是“{near}”？" if near else ""


def _elsewhere(word: str) -> str:
    places = [table.name for table in FILES if table.find(word)]
    return f"“{word}”要写在 {'、'.join(places)} 里" if places else ""


def _listing(table: Table) -> str:
    return "这里可以写：" + "、".join(map(_name, table.fields))


def _name(field: Field) -> str:
    return field.name
