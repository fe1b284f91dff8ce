"""The quick dataclass gives what the standard one gives, for every class of this house."""

import copy
import dataclasses
import importlib
import inspect
import pickle
import pkgutil
import re
import subprocess
import sys
import tempfile
from dataclasses import FrozenInstanceError
from typing import Generic, TypeVar

import pytest

import zugong
from tests.support.printed import ROOT
from zugong.classes import dataclass, field, replace

T = TypeVar("T")

_FEW = 100
"there are more dataclasses than that"


def classes():
    """Every class of the house that has fields, with its module."""
    found = {}
    for module in pkgutil.walk_packages(zugong.__path__, "zugong."):
        if module.name == "zugong.__main__" or module.name.startswith("zugong.renderers.pdf"):
            continue
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, type) and dataclasses.is_dataclass(one) and one.__module__ == module.name:
                found[f"{one.__module__}.{one.__qualname__}"] = one
    return found


def by_the_standard(made: type) -> type:
    """A class with the same fields, made by `dataclasses`."""
    kinds = {name: one.type for name, one in made.__dataclass_fields__.items()}
    body = {"__annotations__": kinds, "__module__": made.__module__}
    for name, one in made.__dataclass_fields__.items():
        if one.default is not dataclasses.MISSING or one.default_factory is not dataclasses.MISSING or not one.init:
            factory = {"default_factory": one.default_factory} if one.default_factory is not dataclasses.MISSING else {}
            default = {"default": one.default} if one.default is not dataclasses.MISSING else {}
            body[name] = dataclasses.field(init=one.init, repr=one.repr, compare=one.compare, **factory, **default)
    return dataclasses.dataclass(type(made.__name__, (), body))


def test_every_field_is_what_the_standard_decorator_takes_it_for():
    """ClassVar, InitVar, KW_ONLY and a mutable default would be taken for something else here, or be refused."""
    found = classes()
    assert len(found) > _FEW
    for name, one in found.items():
        theirs = by_the_standard(one)
        assert [f.name for f in dataclasses.fields(one)] == [f.name for f in dataclasses.fields(theirs)], name
        assert set(one.__dataclass_fields__) == {f.name for f in dataclasses.fields(theirs)}, name
        assert one.__match_args__ == theirs.__match_args__, name


_FIELDS = {dataclass: field, dataclasses.dataclass: dataclasses.field}


def make(decorator, **options):
    """The same class by either decorator."""
    field = _FIELDS[decorator]

    @decorator(slots=True, **options)
    class Sample:
        """A sample."""

        first: int
        second: str = "two"
        many: list = field(default_factory=list, compare=False)
        hidden: int = field(default=4, repr=False)
        later: str = field(init=False, repr=False, compare=False)

        def __post_init__(self):
            object.__setattr__(self, "later", self.second * 2)

        @property
        def twice(self):
            return self.first * 2

    return Sample


def outcome(act, *arguments):
    """What comes of it, an exception as well."""
    try:
        return act(*arguments)
    except Exception as raised:
        return type(raised), re.sub(r"(make|make_plain)\.<locals>\.|Sample\.(?=__init__)", "", str(raised))


ACTS = {
    "all": lambda kind: repr(kind(1, "x", [3], 5)),
    "named": lambda kind: repr(kind(second="x", first=2)),
    "too few": lambda kind: kind(),
    "too many": lambda kind: kind(1, "2", [], 4, 5),
    "unknown": lambda kind: kind(1, third=3),
    "after init": lambda kind: kind(1).later,
    "property": lambda kind: kind(3).twice,
    "lists apart": lambda kind: kind(1).many is kind(1).many,
    "equal": lambda kind: (kind(1) == kind(1), kind(1, many=[1]) == kind(1), kind(1) == kind(2), kind(1) != kind(1)),
    "of another kind": lambda kind: (kind(1) == 1, kind(1).__eq__((1, "two", 4))),
    "ordered": lambda kind: (kind(1) < kind(2), kind(1) >= kind(2), kind(1) <= kind(1), kind(2) > kind(1)),
    "hash": lambda kind: (hash(kind(1)) == hash(kind(1, many=[1])), hash(kind(1)) == hash((1, "two", 4))),
    "set": lambda kind: setattr(kind(1), "first", 2),
    "delete": lambda kind: delattr(kind(1), "first"),
    "replace": lambda kind: repr(dataclasses.replace(kind(1), first=7)),
    "replace more": lambda kind: dataclasses.replace(kind(1), later="x"),
    "fields": lambda kind: [f.name for f in dataclasses.fields(kind)],
    "copy": lambda kind: repr(copy.deepcopy(kind(1, many=[1]))),
    "match": lambda kind: kind.__match_args__,
    "slots": lambda kind: kind.__slots__,
    "no dict": lambda kind: hasattr(kind(1), "__dict__"),
    "name": lambda kind: (kind.__name__, kind.__doc__),
}


@pytest.mark.parametrize("options", [{"frozen": True}, {"frozen": True, "order": True}, {}], ids=str)
@pytest.mark.parametrize("act", ACTS)
def test_both_do_the_same(act, options):
    ours, theirs = make(dataclass, **options), make(dataclasses.dataclass, **options)
    first, again, wanted = outcome(ACTS[act], ours), outcome(ACTS[act], ours), outcome(ACTS[act], theirs)
    assert (first, again) == (wanted, wanted)


def make_plain(decorator, **options):
    """One without anything unusual, whose first instances are filled without a compiled function."""

    @decorator(slots=True, **options)
    class Sample:
        """A sample."""

        first: int
        second: str = "two"
        third: tuple = ()

    return Sample


PLAIN_ACTS = {
    "all": lambda kind: repr(kind(1, "x", (3,))),
    "named": lambda kind: repr(kind(second="x", first=2)),
    "mixed": lambda kind: repr(kind(1, third=(2,))),
    "too few": lambda kind: kind(),
    "only later ones": lambda kind: kind(second="x"),
    "too many": lambda kind: kind(1, "2", (), 4),
    "given twice": lambda kind: kind(1, first=2),
    "unknown": lambda kind: kind(1, fourth=3),
    "equal": lambda kind: (kind(1) == kind(1, "two"), kind(1) == kind(2)),
    "hash": lambda kind: len({hash(one) for one in [kind(1), kind(1)]}),
    "hash of itself": lambda kind: isinstance(hash(kind(1)), int),
    "match": lambda kind: kind.__match_args__,
    "default of the class": lambda kind: isinstance(kind.second, str),
    "replace": lambda kind: repr(dataclasses.replace(kind(1), second="x")),
    "fields": lambda kind: [(f.name, f.type, f.default) for f in dataclasses.fields(kind(1))],
    "is one": dataclasses.is_dataclass,
    "of a child": lambda kind: [f.name for f in dataclasses.fields(type("Child", (kind,), {}))],
}


@pytest.mark.parametrize("made_before", [0, 1, 1000])
@pytest.mark.parametrize("options", [{"frozen": True}, {}, {"eq": False}, {"frozen": True, "eq": False}], ids=str)
@pytest.mark.parametrize("act", PLAIN_ACTS)
def test_the_first_instances_are_as_the_later_ones(act, options, made_before):
    ours, theirs = make_plain(dataclass, **options), make_plain(dataclasses.dataclass, **options)
    for number in range(made_before):
        assert ours(number).first == number
    assert outcome(PLAIN_ACTS[act], ours) == outcome(PLAIN_ACTS[act], theirs)


@pytest.mark.parametrize("made_before", [0, 1000])
@pytest.mark.parametrize("changes", [{}, {"first": 7}, {"second": "x", "third": (1,)}])
def test_replace_is_that_of_the_standard(changes, made_before):
    for make_one in (make_plain, make):
        ours, theirs = make_one(dataclass, frozen=True), make_one(dataclasses.dataclass, frozen=True)
        known = {name: value for name, value in changes.items() if name in ours.__match_args__}
        for number in range(made_before):
            ours(number)
        old = ours(1)
        assert repr(replace(old, **known)) == repr(dataclasses.replace(theirs(1), **known))
        assert replace(old) == old
        assert dataclasses.replace(old, **known) == replace(old, **known)


@pytest.mark.parametrize("changes", [{"fourth": 1}, {"later": "x"}])
def test_replace_refuses_what_is_no_parameter(changes):
    with pytest.raises(TypeError):
        replace(make(dataclass, frozen=True)(1), **changes)


def test_a_field_of_the_standard_library_would_be_taken_for_a_default():
    with pytest.raises(TypeError, match=r"zugong\.classes"):

        @dataclass(frozen=True, slots=True)
        class _Mixed:
            first: list = dataclasses.field(default_factory=list)


def test_a_misspelt_option_of_a_field_is_refused():
    with pytest.raises(TypeError, match="defualt"):
        field(defualt=3)


def test_fields_go_to_the_standard_one_with_what_was_said():
    @dataclass(frozen=True)
    class Open:
        first: int
        many: list = field(default_factory=list, compare=False, repr=False)

    assert Open(1) == Open(1, [2])
    assert repr(Open(1, [2])).endswith("Open(first=1)")


def test_nothing_of_it_imports_dataclasses():
    code = (
        "import sys\nfrom zugong.classes import dataclass, field, replace\n"
        "@dataclass(frozen=True, slots=True, order=True)\nclass One:\n a: int\n b: list = field(default_factory=list)\n"
        "many = [replace(One(n), a=n + 1) for n in range(1000)]\nassert many[0] < many[1] and many[0] == One(1)\n"
        "print('dataclasses' in sys.modules, 'inspect' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_plain_ones_are_never_compiled(monkeypatch):
    monkeypatch.setattr("zugong.fillings.exec", None, raising=False)
    kind = make_plain(dataclass, frozen=True)
    assert kind(1, third=(2,)).third == (2,)


@dataclass(frozen=True, slots=True)
class Kept:
    """One that pickle can find."""

    first: int
    second: tuple = ()


def test_a_frozen_one_goes_through_pickle():
    assert pickle.loads(pickle.dumps(Kept(1, (2,)))) == Kept(1, (2,))
    with pytest.raises(FrozenInstanceError):
        Kept(1).first = 2


def test_own_methods_stay():
    @dataclass(frozen=True, slots=True)
    class Own:  # noqa: PLW1641 - the decorator gives it one
        first: int

        def __eq__(self, other):
            return True

        def __repr__(self):
            return "own"

    assert Own(1) == Own(2)
    assert repr(Own(1)) == "own"


def test_a_parent_without_fields_is_kept():
    @dataclass(frozen=True, slots=True)
    class Box(Generic[T]):
        inside: T

    assert Box(1) == Box(1)
    assert isinstance(Box[int](1), Generic)
    assert not hasattr(Box(1), "__dict__")


def test_what_is_unusual_is_left_to_the_standard_one():
    @dataclass(frozen=True)
    class Open:
        first: int

    assert hasattr(Open(1), "__dict__")


def test_the_ready_ones_are_what_the_tool_makes():
    command = [sys.executable, ROOT / "tools" / "make_fillings.py"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    assert made.decode() == (ROOT / "zugong" / "fillings.py").read_text(encoding="utf-8"), "run tools/make_fillings.py"


@pytest.mark.parametrize("count", range(1, 40))
def test_every_number_of_fields(count):
    names = [f"f{number}" for number in range(count)]
    space = {"__annotations__": dict.fromkeys(names, "int"), "__module__": __name__, names[-1]: 7}
    ours, theirs = (one(frozen=True, slots=True)(type("Many", (), dict(space))) for one in _FIELDS)
    for act in (
        lambda kind: repr(kind(*range(count))),
        lambda kind: repr(kind(*range(count - 1))),
        lambda kind: repr(kind(**dict(zip(reversed(names), range(count), strict=True)))),
        lambda kind: kind(*range(count + 1)),
        lambda kind: kind(0, f0=0),
        lambda kind: kind(nobody=1, **dict.fromkeys(names, 0)),
        lambda kind: list(inspect.signature(kind).parameters),
    ):
        assert outcome(act, ours) == outcome(act, theirs)


def test_importing_compiles_nothing(monkeypatch):
    monkeypatch.setattr("zugong.fillings.exec", None, raising=False)
    sample = make(dataclass, frozen=True)(1)
    assert (sample.many, sample.later) == ([], "twotwo")


def test_a_proof_is_made_without_what_is_slow_to_import():
    """`typing` alone takes as long as twenty modules of ours; type checkers read it under TYPE_CHECKING."""
    code = (
        "import sys\nsys.argv = ['zugong', 'build', '22', '--proof', '--force', '-o', sys.argv[1]]\n"
        "def told(code): print(code, *sys.modules, flush=True); leave(0)\n"
        "import os; leave, os._exit = os._exit, told\n"
        "from zugong.cli import main; main()"
    )
    environment = {"PYTHONPATH": str(ROOT), "ZUGONG_FONTS": "shipped", "PATH": "", "PYTHONIOENCODING": "utf-8"}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}", folder]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True)
    code, *modules = done.stdout.splitlines()[-1].split()
    assert code == "0"
    assert "zugong.renderers.proof.document" in modules
    slow = {"typing", "dataclasses", "inspect", "click", "uharfbuzz", "hashlib", "json", "urllib.parse"}
    assert not slow & set(modules)
