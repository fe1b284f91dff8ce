"""Where the fields of a sheet.yaml stand in its file, so that an impossible measure is told at its own place."""

from __future__ import annotations

from zugong import terms
from zugong.classes import dataclass
from zugong.diagnostics import Location
from zugong.sources.fields import Field, Kind, Table
from zugong.sources.nodes import Mapping, Node, Scalar, Sequence

Way = tuple[str, ...]
"keys from the top of the file down to a field; names of NAMED fields, and the text of each entry of a list, among them"

_NAMES = {"paragraph_styles": terms.ROLES, "accents": terms.ACCENTS}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A value in the file."""

    origin: Location
    length: int = 1


def places_of(node: Node, table: Table) -> dict[Way, Place]:
    """Every value of the file by its way."""
    found: dict[Way, Place] = {}
    if isinstance(node, Mapping):
        _collect(node, table, (), found)
    return found


def _collect(node: Mapping, table: Table, above: Way, found: dict[Way, Place]) -> None:
    for entry in node.entries:
        field = table.find(entry.key.value)
        if field is not None:
            _field(entry.value, field, (*above, field.key), found)


def _field(node: Node, field: Field, way: Way, found: dict[Way, Place]) -> None:
    if isinstance(node, Mapping) and field.table and field.kind is Kind.NAMED:
        for entry in node.entries:
            if isinstance(entry.value, Mapping):
                _collect(entry.value, field.table, (*way, _identifier(entry.key.value, field)), found)
    elif isinstance(node, Mapping) and field.table:
        _collect(node, field.table, way, found)
    elif isinstance(node, Scalar):
        found[way] = Place(node.origin, max(len(node.value), 1))
        found[(*way, node.value)] = found[way]
    elif isinstance(node, Sequence):
        for one in node.nodes:
            _field(one, field, way, found)


def _identifier(word: str, field: Field) -> str:
    names = _NAMES.get(field.key, {})
    return next((key for key, name in names.items() if word in (key, name)), word)
