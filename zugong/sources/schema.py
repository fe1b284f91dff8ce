"""JSON Schema (draft-07) of the editors' files, made of the very tables by which they are read.

For editors such as VS Code, which then complete names, explain fields and mark mistakes while one types.
`errorMessage` and `doNotSuggest` are extensions of the YAML and JSON language servers; others pass them over.
"""

from __future__ import annotations

import json

from zugong import terms
from zugong.classes import dataclass, field
from zugong.sources.fields import Field, Kind, Table
from zugong.sources.register_tables import TERMS, UNITS
from zugong.sources.schema_defaults import bulletin_defaults, sheet_defaults
from zugong.sources.schema_values import FULL, SCALAR, Json, literal, nothing, or_null, template, value_schema
from zugong.sources.sheet_tables import SHEET
from zugong.sources.tables import BULLETIN, ISSUE, ITEM

_NAMES = {"paragraph_styles": terms.ROLES, "accents": terms.ACCENTS}
"fields whose names come from the glossary"


@dataclass(frozen=True, slots=True)
class SchemaKind:
    """A kind of file that has a schema."""

    name: str
    "the word for it on the command line, and the stem of the schema's file"
    table: Table
    about: str
    "what the editor calls it"
    where: tuple[str, ...]
    "such files, as patterns below the workspace"


KINDS = (
    SchemaKind("bulletin", BULLETIN, "刊物设置 bulletin.yaml", ("issues/bulletin.yaml",)),
    SchemaKind("issue", ISSUE, "一期的设置 issue.yaml", ("issues/*/*/issue.yaml",)),
    SchemaKind("item", ITEM, "写成 .yaml 的稿件", tuple(f"issues/*/*/{digit}*.yaml" for digit in range(10))),
    SchemaKind("sheet", SHEET, "版面 sheet.yaml", ("issues/templates/sheet.yaml",)),
    SchemaKind("units", UNITS, "单位名录 units.yaml", ("issues/units.yaml",)),
    SchemaKind("terms", TERMS, "用语表 terms.yaml", ("issues/terms.yaml",)),
)


def schema_text(kind: SchemaKind) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"


def schema_of(kind: SchemaKind) -> Json:
    """The schema of a kind of file."""
    defaults = {"bulletin": bulletin_defaults, "sheet": sheet_defaults}.get(kind.name, dict)()
    builder = _Builder()
    whole = builder.table(kind.table, defaults)
    needed = any(one.required for one in kind.table.fields)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "由 zugong schema --write 生成，请不要手改",
        "title": kind.about,
        **(whole if needed else or_null(whole)),
        "definitions": builder.definitions,
    }


@dataclass(slots=True)
class _Builder:
    """Collects the definitions of one schema; equal fields and tables share one."""

    definitions: Json = field(default_factory=dict)
    _known: dict[tuple[Field | Table, bool], str] = field(default_factory=dict)

    def table(self, table: Table, defaults: Json) -> Json:
        """A mapping after a table: each field under its Chinese or its English name, never under both."""
        properties: Json = {}
        rules: list[object] = []
        doubles: Json = {}
        for one in table.fields:
            reference = self._field(one)
            shown = {"default": defaults[one.key]} if one.key in defaults else {}
            properties[one.name] = {**reference, **shown}
            if one.key != one.name:
                properties[one.key] = _unsuggested(reference)
                doubles[one.key] = _without(one.name, one.key)
            if one.required:
                rules.append(_either(one.name, one.key))
        found: Json = {"type": "object", "properties": properties, "additionalProperties": False}
        # Each name beside the other is refused by `dependencies`, which pass null over.
        return {**found, "dependencies": doubles, "allOf": rules} if rules else {**found, "dependencies": doubles}

    def _field(self, one: Field) -> Json:
        if (one, False) not in self._known:
            name = self._fresh((one, False), one.key)
            self.definitions[name] = {"title": one.name, "description": one.about, **self._value(one)}
        return {"$ref": f"#/definitions/{self._known[one, False]}"}

    def _inner(self, one: Field, *, needed: bool = False) -> Json:
        """The mapping that a field holds; with `needed` it must be there."""
        assert one.table is not None
        known = (one.table, needed)
        if known not in self._known:
            name = self._fresh(known, one.key + "_fields")
            made = self.table(one.table, {})
            self.definitions[name] = {"title": one.table.name, **(made if needed else or_null(made))}
        return {"$ref": f"#/definitions/{self._known[known]}"}

    def _fresh(self, known: tuple[Field | Table, bool], word: str) -> str:
        taken = self._known.values()
        name = next(one for one in (word, *(f"{word}_{n}" for n in range(2, 99))) if one not in taken)
        self._known[known] = name
        return name

    def _value(self, one: Field) -> Json:
        if one.table is not None:
            return self._nested(one)
        if one.kind is Kind.ROWS:
            return _rows(one)
        return _one_or_several(one) if one.kind in (Kind.TEXTS, Kind.TEMPLATES) else value_schema(one)

    def _nested(self, one: Field) -> Json:
        if one.kind is Kind.NAMED:
            return self._named(one)
        if one.kind is Kind.RECORD:
            return self._inner(one)
        texts = [_bare_line(one), _labelled_line(one)] if one.kind is Kind.LABELLED else _bare_text(one)
        return _listed(one, [*texts, self._inner(one, needed=True)])

    def _named(self, one: Field) -> Json:
        inner = self._inner(one)
        if not one.names:
            return {"type": ["object", "null"], "additionalProperties": inner}
        names = _NAMES[one.key]
        pairs = [(names[key], key) for key in one.names]
        properties: Json = {chinese: inner for chinese, _ in pairs}
        properties |= {key: _unsuggested(inner) for _, key in pairs}
        doubles = {key: _without(chinese, key) for chinese, key in pairs}
        kind = {"type": ["object", "null"], "additionalProperties": False}
        return {**kind, "properties": properties, "dependencies": doubles}


def _unsuggested(reference: Json) -> Json:
    """The English name of a field: understood, but not offered beside the Chinese one."""
    return {"allOf": [reference], "doNotSuggest": True}


def _without(chinese: str, english: str) -> Json:
    """What must be true where the English name is given."""
    advice = f"“{chinese}”和“{english}”是同一个字段，只能写一个"
    return {"propertyNames": {"pattern": f"^(?!{literal(chinese)}$)", "errorMessage": advice}}


def _either(chinese: str, english: str) -> Json:
    names = dict.fromkeys((chinese, english))
    return {"anyOf": [{"required": [name]} for name in names], "errorMessage": f"缺“{chinese}”"}


def _one_or_several(one: Field) -> Json:
    single = value_schema(one)
    line: Json = {"type": [*SCALAR, "null"]}
    if not one.required:
        return {"anyOf": [single, {"type": "array", "items": single}]}
    return {"anyOf": [single, {"type": "array", "items": line, "contains": single}]}


def _bare_text(one: Field) -> list[Json]:
    """What may stand for a whole mapping: the text of one field, if no other is required."""
    if one.table is None or not one.shorthand:
        return []
    others = any(inner.required for inner in one.table.fields if inner.key != one.shorthand)
    return [] if others else [value_schema(one.table[one.shorthand])]


def _rows(one: Field) -> Json:
    rows = _listed(one, [{"type": "array", "items": {"type": [*SCALAR, "null"]}}])
    return {**rows, "minItems": 1} if one.required else rows


def _listed(one: Field, items: list[Json]) -> Json:
    """A list, or one of the words for nothing."""
    several: Json = {"type": "array", "items": items[0] if len(items) == 1 else {"anyOf": items}}
    if not one.may_be_nothing:
        return several if one.required else or_null(several)
    return {"anyOf": [several, *nothing(), {"type": "null"}]}


def _bare_line(one: Field) -> Json:
    """A line of the colophon without a label: nothing that looks like a label with the wrong colon."""
    return template(one.key, before=r"(?!\s*[^：:\s][^：:]{0,19}(?:：|:\S))" + FULL)


def _labelled_line(one: Field) -> Json:
    """`报: ……`: any one label, unless it is a field of the mapping that may stand here too."""
    fields = one.table.fields if one.table else ()
    kept = "|".join(literal(word) for each in fields for word in (each.name, each.key))
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"pattern": rf"^(?!(?:{kept})$){FULL}"},
        "additionalProperties": template(one.key, before=FULL),
    }
