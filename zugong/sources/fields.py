"""How a kind of file is described: a table of the fields it may have. Only data, so that a schema can be made of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from zugong import terms
from zugong.classes import dataclass, field


class Kind(Enum):
    """What may stand as the value of a field."""

    TEXT = "text"
    "one line of text"
    TEXTS = "texts"
    "one line of text, or a list of such lines"
    MARKDOWN = "markdown"
    "paragraphs, parted by blank lines, with **段首语**"
    FLAG = "flag"
    "a word of terms.FLAGS"
    NUMBER = "number"
    "a whole number, leading zeros allowed"
    AMOUNT = "amount"
    "a number, perhaps with 万 and a unit"
    DATE = "date"
    "a day"
    CHOICE = "choice"
    "a word of terms.CHOICES[key]"
    TEMPLATE = "template"
    "one line with placeholders of placeholders.TEMPLATES[key]"
    TEMPLATES = "templates"
    "one such line, or a list of them"
    RECORDS = "records"
    "a list of mappings after `table`, or of texts that stand for its field `shorthand`"
    RECORD = "record"
    "a mapping after `table`"
    NAMED = "named"
    "a mapping of names to mappings after `table`; `names` are the names allowed, none: any"
    ROWS = "rows"
    "a list of lists of texts: the rows of a table"
    LENGTH = "length"
    "a length with its unit, or a 字号 by name"
    COLOUR = "colour"
    "a name of terms.COLOURS or #rrggbb"
    LABELLED = "labelled"
    "a list; each a template, a mapping of one key, any label: template, or a mapping after `table`"


@dataclass(frozen=True, slots=True)
class Field:
    """One field (字段)."""

    key: str
    "identifier in terms.KEYS"
    kind: Kind
    about: str
    "one line for the editor"
    required: bool = False
    "its absence is an error, missing-…, of the reader or of a check"
    may_be_nothing: bool = False
    "a word of terms.NOTHING empties it"
    table: Table | None = None
    "of RECORDS, RECORD and NAMED"
    names: tuple[str, ...] = ()
    "of NAMED, and of a CHOICE that has not all of its words here: those allowed, none: all"
    shorthand: str = ""
    "of RECORDS: the field that a bare text stands for"

    @property
    def name(self) -> str:
        """The editor's name."""
        return terms.chinese(self.key)


@dataclass(frozen=True, slots=True)
class Table:
    """All fields of one kind of file, or of one kind of mapping inside it."""

    name: str
    "what the editor calls it"
    fields: tuple[Field, ...]
    by_word: Mapping[str, Field] = field(init=False, repr=False, compare=False)
    "its fields by their names, Chinese and English"

    def __post_init__(self) -> None:
        by_word = {word: one for one in reversed(self.fields) for word in (one.name, one.key)}
        object.__setattr__(self, "by_word", by_word)

    def find(self, word: str) -> Field | None:
        """The field that goes by this name, Chinese or English."""
        return self.by_word.get(word)

    def __getitem__(self, key: str) -> Field:
        return self.by_word[key]
