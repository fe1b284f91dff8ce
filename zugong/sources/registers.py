"""issues/units.yaml and issues/terms.yaml → Registers. Both may be missing."""

from __future__ import annotations

from pathlib import Path

from zugong.diagnostics import Problem, error
from zugong.model.prose import Text
from zugong.model.registers import Abbreviation, Registers, SetPhrase, Terms, Unit
from zugong.sources.files import read_text
from zugong.sources.reading import Reading, capped
from zugong.sources.record import Record, open_record
from zugong.sources.register_tables import TERMS, UNITS
from zugong.sources.yaml_reader import read_yaml
from zugong.text.patterns import Pattern

UNITS_FILE, TERMS_FILE = "units.yaml", "terms.yaml"

AMOUNT = Pattern(r"([0-9]{1,9}(?:\.[0-9]{1,4})?)(万?)(?:平方千米|平方公里|户)?")


def read_registers(root: Path) -> Reading[Registers]:
    """What the office keeps; a register that cannot be read counts as empty."""
    problems: list[Problem] = []
    units = _open(root, UNITS_FILE, problems)
    terms = _open(root, TERMS_FILE, problems)
    registers = Registers(_units(units) if units else (), _terms(terms) if terms else Terms())
    return Reading(registers, capped(problems))


def _open(root: Path, name: str, problems: list[Problem]) -> Record | None:
    path = root / "issues" / name
    if not path.exists():
        return None
    text = read_text(root, path)
    problems.extend(text.problems)
    if text.value is None:
        return None
    tree = read_yaml(text.value.lines, text.value.path)
    problems.extend(tree.problems)
    table = UNITS if name == UNITS_FILE else TERMS
    return open_record(tree.value, table, problems) if tree.value else None


def _units(record: Record) -> tuple[Unit, ...]:
    found = [_unit(inner) for inner in record.records("units")]
    return tuple(unit for unit in found if unit is not None)


def _unit(record: Record) -> Unit | None:
    name = record.required_text("name")
    if name is None or not name.content:
        return None
    since, until = record.day("since"), record.day("until")
    households = _amount(record, "households")
    return Unit(
        name=name,
        short_forms=_plain(record, "short_forms"),
        kind=_line(record, "kind"),
        since=since.day if since else None,
        until=until.day if until else None,
        successor=_line(record, "successor"),
        area=_amount(record, "area"),
        households=None if households is None else round(households),
    )


def _amount(record: Record, key: str) -> float | None:
    """1686, 1686平方千米, 20.5万户."""
    text = record.text(key)
    if text is None:
        return None
    if text.content.isascii() and text.content.isdecimal() and len(text.content) <= 9:
        return float(text.content)
    found = AMOUNT.fullmatch(text.content)
    if found is None:
        message = f"“{record.table[key].name}”要写数字，现在写的是“{text.content[:20]}”"
        record.problems.append(error("not-a-number", message, text.origin, "例如 1686 或 20.5万", len(text.content)))
        return None
    return float(found[1]) * (10_000 if found[2] else 1)


def _terms(record: Record) -> Terms:
    return Terms(
        phrases=tuple(_phrase(inner) for inner in record.records("phrases") if _both(inner, "wrong", "right_form")),
        quoted=_plain(record, "quoted"),
        abbreviations=tuple(
            Abbreviation(_line(inner, "short"), _line(inner, "full"))
            for inner in record.records("abbreviations")
            if _both(inner, "short", "full")
        ),
        allowed=_plain(record, "allowed"),
    )


def _both(record: Record, one: str, other: str) -> bool:
    texts = (record.required_text(one), record.required_text(other))
    return all(isinstance(text, Text) and bool(text.content) for text in texts)


def _phrase(record: Record) -> SetPhrase:
    return SetPhrase(_line(record, "wrong"), _line(record, "right_form"), _plain(record, "exceptions"))


def _line(record: Record, key: str) -> str:
    text = record.text(key)
    return text.content if text else ""


def _plain(record: Record, key: str) -> tuple[str, ...]:
    return tuple(text.content for text in record.texts(key))
