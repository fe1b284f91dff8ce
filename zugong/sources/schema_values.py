"""What JSON Schema says of one value, kind by kind: true to the readers, and to what an editor takes a scalar for.

The readers know text only; YAML editors make numbers, truth values and null of some words (`23`, `no`, `1.`).
Patterns are written for JavaScript with flag u as well as for Python: only signs of its syntax are escaped.
"""

from __future__ import annotations

from collections.abc import Callable

from zugong import terms
from zugong.placeholders import PLACEHOLDERS, TEMPLATES
from zugong.sources.fields import Field, Kind
from zugong.sources.registers import AMOUNT
from zugong.sources.yaml_library import yaml
from zugong.text.measures import NAMED_SIZES, UNITS

Json = dict[str, object]

FULL = r"(?=[\s\S]*\S)"
"a pattern before others: something must be written"

SCALAR = ["string", "number", "boolean"]
"what an editor may take a text for"
_DIGIT = "[0-9０-９〇零○一二三四五六七八九]"
_SPELLED = "[二三四五六七八九]?十[一二三四五六七八九]?"
_DATE_ADVICE = "写成 2023年8月22日，或者 2023-08-22"
_LENGTH_ADVICE = "写成 37mm、16pt 或者 三号 这样，数字后面要有单位"


def value_schema(field: Field) -> Json:
    """The schema of a field whose kind is no list and no mapping; null is as good as nothing."""
    found = _plain(field)
    return _filled(found) if field.required else or_null(found)


def _plain(field: Field) -> Json:
    made = _BY_KIND.get(field.kind)
    return made(field) if made else {"type": SCALAR}


def _choice(field: Field) -> Json:
    choices = terms.CHOICES[field.key].items()
    allowed = [several for value, several in choices if not field.names or value in field.names]
    return words(tuple(several[0] for several in allowed), tuple(word for several in allowed for word in several))


def _template(field: Field) -> Json:
    return template(field.key, FULL if field.required else "")


def or_null(schema: Json) -> Json:
    """The same, or nothing written behind the colon."""
    several, given = schema.get("anyOf"), schema.get("type")
    if isinstance(several, list):
        return {**schema, "anyOf": [*several, {"type": "null"}]}
    return {**schema, "type": [*(given if isinstance(given, list) else [given]), "null"]}


def _filled(schema: Json) -> Json:
    """A text that is there: white space alone is as good as nothing."""
    return schema if "anyOf" in schema or "pattern" in schema else {**schema, "pattern": FULL}


def words(shown: tuple[str, ...], accepted: tuple[str, ...]) -> Json:
    """One of some words, those of `shown` offered by the editor; English in any case."""
    spelled = "|".join(map(_any_case, accepted))
    advice = "这里可以写：" + "、".join(shown)
    seen = [value for word in accepted if not isinstance(value := _as_seen(word), str)]
    return {
        "anyOf": [
            {"enum": list(shown)},
            {"type": "string", "pattern": rf"^\s*(?:{spelled})\s*$", "errorMessage": advice},
            *([{"enum": list(dict.fromkeys(seen))}] if seen else []),
        ]
    }


def nothing() -> list[object]:
    """The words that empty a list, as alternatives."""
    found = words(terms.NOTHING[:1], terms.NOTHING)["anyOf"]
    assert isinstance(found, list)
    return found


def _as_seen(word: str) -> object:
    """What an editor takes a bare word for, in YAML 1.1: `1.` is a number, `no` is false."""
    value = yaml.safe_load(word)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _any_case(word: str) -> str:
    return "".join(f"[{sign}{sign.upper()}]" if sign.isascii() and sign.isalpha() else literal(sign) for sign in word)


def literal(text: str) -> str:
    """A text as a pattern."""
    return "".join("\\" + sign if sign in r"\^$.*+?()[]{}|/" else sign for sign in text)


def template(key: str, before: str = "") -> Json:
    """A line with the placeholders that this field may have; `before` is a pattern put at its beginning."""
    allowed = TEMPLATES[key]
    known = ((chinese, english) for english, chinese in PLACEHOLDERS.items() if chinese in allowed)
    names = [word for pair in known for word in pair]
    marks = "|".join(map(_any_case, names))
    advice = "花括号里只能写 " + "、".join(f"{{{word}}}" for word in allowed) + "，花括号用半角"
    pattern = rf"^{before}(?:[^\{{\}}｛｝]|\{{\s*(?:{marks})\s*\}})*$"
    return {"type": SCALAR, "pattern": pattern, "errorMessage": advice}


def _number(one: Field) -> Json:
    pattern = rf"^\s*第?\s*(?:{_DIGIT}{{1,6}}|{_SPELLED})\s*期?\s*$"
    return {
        "anyOf": [
            {"type": "integer", "minimum": 0, "maximum": 999_999},
            {"type": "string", "pattern": pattern, "errorMessage": "只能写整数，例如 23"},
            *(nothing() if one.may_be_nothing else []),
        ]
    }


def _amount(_: Field) -> Json:
    pattern = rf"^\s*{AMOUNT.compiled.pattern}\s*$"
    text = {"type": "string", "pattern": pattern, "errorMessage": "写数字，例如 1686 或 20.5万"}
    return {"anyOf": [{"type": "number", "minimum": 0, "maximum": 999_999_999}, text]}


def _date_pattern() -> str:
    """Shapes only: what day there is in a month, no pattern tells."""
    year = r"\s*".join([_DIGIT] * 4)
    small = rf"(?:{_DIGIT}(?:\s*{_DIGIT})?|{_SPELLED})"
    in_words = rf"{year}\s*年\s*{small}\s*月\s*{small}\s*日"
    marked = (rf"{year}\s*{mark}\s*{small}\s*{mark}\s*{small}" for mark in ("[-－]", "[.．]", "[\\/／]"))
    return rf"^\s*(?:{'|'.join((in_words, *marked))})\s*$"


def _length(_: Field) -> Json:
    units = "|".join(UNITS)
    pattern = rf"^\s*(?:0|{'|'.join(NAMED_SIZES)}|[0-9０-９]{{1,6}}(?:\.[0-9０-９]{{1,6}})?\s*(?:{units}))\s*$"
    return {
        "anyOf": [
            {"type": "string", "pattern": pattern, "errorMessage": _LENGTH_ADVICE},
            {"enum": [0]},
        ]
    }


def _colour(_: Field) -> Json:
    named = [word for word in terms.COLOURS if not word.isascii()]
    pattern = rf"^\s*(?:{'|'.join(terms.COLOURS)}|#[0-9a-fA-F]{{6}})\s*$"
    advice = '写 红、黑，或者 "#e60012" 这样的颜色值（要用引号括起来）'
    return {"anyOf": [{"enum": named}, {"type": "string", "pattern": pattern, "errorMessage": advice}]}


def _date(_: Field) -> Json:
    return {"type": "string", "pattern": _date_pattern(), "errorMessage": _DATE_ADVICE}


def _flag(_: Field) -> Json:
    return words(("有", "无"), tuple(terms.FLAGS))


_BY_KIND: dict[Kind, Callable[[Field], Json]] = {
    Kind.FLAG: _flag,
    Kind.CHOICE: _choice,
    Kind.NUMBER: _number,
    Kind.AMOUNT: _amount,
    Kind.DATE: _date,
    Kind.TEMPLATE: _template,
    Kind.TEMPLATES: _template,
    Kind.LENGTH: _length,
    Kind.COLOUR: _colour,
}
"""Kinds that are not simply text."""
