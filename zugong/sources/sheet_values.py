"""Values that only sheet.yaml has: lengths, colours, mappings inside mappings."""

from __future__ import annotations

from zugong import terms
from zugong.diagnostics import error
from zugong.sources.fields import Field
from zugong.sources.nodes import Mapping
from zugong.sources.record import Record, open_record
from zugong.sources.values import wrong_kind
from zugong.text.likeness import nearest
from zugong.text.measures import NAMED_SIZES, length
from zugong.text.patterns import Pattern

_HEX_COLOUR = Pattern(r"#[0-9a-fA-F]{6}", "#")


def length_of(record: Record, key: str, otherwise: float) -> float:
    """A length in points."""
    text = record.text(key)
    if text is None:
        return otherwise
    value = length(text.content)
    if value is None:
        negative = text.content.startswith(("-", "－", "−"))
        told = "不能是负数" if negative else "看不懂"
        message = f"“{record.table[key].name}”{told}：{text.content[:20]}"
        named = next((size for size in NAMED_SIZES if len(size) > 1 and text.content in (f"{size}号", f"{size}字")), "")
        advice = f"是不是“{named}”？" if named else "写成 37mm、16pt 或者 三号 这样，数字后面要有单位"
        record.problems.append(error("bad-length", message, text.origin, advice, max(len(text.content), 1)))
        return otherwise
    return value


def colour_of(record: Record, key: str, otherwise: str) -> str:
    """A colour as #rrggbb."""
    text = record.text(key)
    if text is None:
        return otherwise
    if text.content in terms.COLOURS:
        return terms.COLOURS[text.content]
    if _HEX_COLOUR.fullmatch(text.content):
        return text.content.lower()
    message = f"“{record.table[key].name}”看不懂：{text.content[:20]}"
    advice = "写 红、黑，或者 #e60012 这样的颜色值"
    record.problems.append(error("bad-colour", message, text.origin, advice, max(len(text.content), 1)))
    return otherwise


def named_records(record: Record, key: str) -> dict[str, Record]:
    """A mapping of names to mappings: the name's identifier where the table knows names, else as written."""
    field = record.table[key]
    node = record.given(key)
    if node is None or field.table is None:
        return {}
    if not isinstance(node, Mapping):
        record.problems.append(wrong_kind(node, field.name, "一组名称"))
        return {}
    found: dict[str, Record] = {}
    for entry in node.entries:
        name = _identifier(entry.key.value, field) if field.names else entry.key.value
        if name is None:
            known = _known(field)
            near = nearest(entry.key.value, list(known))
            advice = f"是不是“{near}”？" if near else "这里可以写：" + "、".join(known)
            message = f"“{field.name}”里没有“{entry.key.value[:20]}”这一种"
            record.problems.append(error("unknown-key", message, entry.key.origin, advice, len(entry.key.value) or 1))
        elif name in found:
            message = f"“{entry.key.value}”写了两次"
            record.problems.append(error("duplicate-key", message, entry.key.origin, "留下一个，删去另一个"))
        else:
            found[name] = open_record(entry.value, field.table, record.problems)
    return found


def _known(field: Field) -> tuple[str, ...]:
    return tuple(_NAMES[field.key].values())


def _identifier(word: str, field: Field) -> str | None:
    return next((key for key, name in _NAMES[field.key].items() if word in (key, name)), None)


_NAMES = {"paragraph_styles": terms.ROLES, "accents": terms.ACCENTS}
"""Fields whose names come from the glossary."""
