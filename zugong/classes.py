"""`dataclass`, `field` and `replace` as the standard library has them, at a tenth of what they take at a start.

That one writes and compiles six functions for every class that is imported: a third of the time of a proof. Here the
`__init__` of most is one that Python has compiled already (fillings.py), with the names of the fields put in. What is
unusual is left to the standard one, which is imported (and `inspect` with it) only for that, or when somebody asks it
about one of these classes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from operator import attrgetter, eq, ge, gt, le, lt
from reprlib import recursive_repr

from zugong.fillings import FILLINGS, larger

__all__ = ("dataclass", "field", "replace")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dataclasses import Field, dataclass, field, replace
    from typing import Any
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, order=False, eq=True, **more):  # noqa: ANN001, ANN003, ANN201
        """The decorator; to type checkers it is that of `dataclasses`."""

        def decorated(plain: type) -> type:
            if more or not slots or any("__dataclass_fields__" in vars(parent) for parent in plain.__mro__):
                return _by_the_standard(plain, frozen=frozen, slots=slots, order=order, eq=eq, **more)
            return _made(plain, frozen, (*_COMPARISONS,) if order else ("__eq__",) if eq else ())

        return decorated if cls is None else decorated(cls)

    def field(**said):  # noqa: ANN003, ANN201
        """A field that is more than its type and its default."""
        return _Said(said)

    def replace(instance, /, **changes):  # noqa: ANN001, ANN003, ANN201
        """Another instance, with some fields changed."""
        kept = {name: getattr(instance, name) for name in type(instance).__match_args__}
        return type(instance)(**(kept | changes))


_MISSING = object()
"no default"


class _Said:
    """What was said of a field, in the words of `dataclasses.field`."""

    __slots__ = ("said",)

    def __init__(self, said: Mapping[str, Any]) -> None:
        unknown = said.keys() - {"default", "default_factory", "init", "repr", "compare"}
        if unknown:
            raise TypeError(f"field() does not know {', '.join(sorted(unknown))}")
        self.said = said

    def of(self, what: str) -> bool:
        """Whether init, repr or compare holds for it."""
        return bool(self.said.get(what, True))

    @property
    def default(self) -> Any:  # noqa: ANN401 - whatever it is
        """What a parameter has when none is given: itself, where that is to be made for each instance."""
        return self if "default_factory" in self.said else self.said.get("default", _MISSING)

    def made(self) -> Any:  # noqa: ANN401 - whatever it is
        """The value of an instance."""
        make = self.said.get("default_factory")
        return make() if make else self.said["default"]


def _by_the_standard(plain: type, **options: Any) -> type:  # noqa: ANN401 - whatever that one takes
    import dataclasses

    for name, one in list(vars(plain).items()):
        if isinstance(one, _Said):
            setattr(plain, name, dataclasses.field(**one.said))
    return dataclasses.dataclass(plain, **options)


_COMPARISONS = {"__eq__": eq, "__lt__": lt, "__le__": le, "__gt__": gt, "__ge__": ge}

Fields = Mapping[str, "Field[Any]"]


def _made(plain: type, frozen: bool, comparisons: tuple[str, ...]) -> type:
    """The class anew with slots, since those cannot be added to one that is there."""
    own = dict(plain.__dict__)
    own.pop("__dict__", None)
    own.pop("__weakref__", None)
    given = {name: own.pop(name, _MISSING) for name in plain.__annotations__}
    kinds = set(map(type, given.values()))
    said = {name: one for name, one in given.items() if type(one) is _Said} if _Said in kinds else {}
    if "Field" in [kind.__name__ for kind in kinds]:
        raise TypeError(f"{plain.__qualname__}: field comes from zugong.classes here, not from dataclasses")
    parts: dict[str, Any] = {"__repr__": _repr}
    if comparisons:
        values = _values([name for name in given if name not in said or said[name].of("compare")])
        for name in comparisons:
            parts[name] = _comparison(_COMPARISONS[name], values)
        parts["__hash__"] = _hash(values) if frozen else None  # what equals another now may not do so later
        if "__eq__" in own and own["__hash__"] is None:
            del own["__hash__"]  # Python put it there
    parts.update(own)
    if frozen:
        parts.update(_FROZEN)
    parts["__slots__"] = tuple(given)
    parts["__match_args__"] = tuple([name for name in given if name not in said or said[name].of("init")])
    parts["__dataclass_fields__"] = _Fields(given)
    parts["__qualname__"] = plain.__qualname__
    made: type = type(plain)(plain.__name__, plain.__bases__, parts)
    if "__init__" not in own:
        _give_init(made, given, said)
    return made


class _Fields:
    """The fields of a class, made when somebody first asks for them: few classes are ever asked."""

    __slots__ = ("given",)

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.given = given

    def __get__(self, instance: object, owner: type) -> Fields:
        made = next(one for one in owner.__mro__ if one.__dict__.get("__dataclass_fields__") is self)
        fields = {name: _field(name, made.__annotations__[name], default) for name, default in self.given.items()}
        type.__setattr__(made, "__dataclass_fields__", fields)
        return fields


def _field(name: str, kind: Any, default: Any) -> Field[Any]:  # noqa: ANN401 - whatever a class says
    """What `dataclasses` keeps of a field, for its own functions."""
    import dataclasses

    said = default.said if isinstance(default, _Said) else {} if default is _MISSING else {"default": default}
    one: Any = dataclasses.field(**said)
    one.name, one.type, one.kw_only = name, kind, False
    one._field_type = dataclasses._FIELD  # type: ignore[attr-defined]
    return one  # type: ignore[no-any-return]


def _give_init(made: type, given: Mapping[str, Any], said: Mapping[str, _Said]) -> None:
    """The `__init__` of a class: a ready one, with the names of its fields."""
    names: tuple[str, ...] = made.__match_args__  # type: ignore[attr-defined]
    space = made.__dict__
    init = (FILLINGS.get(len(names)) or larger(len(names)))(*[space[name].__set__ for name in names])
    init.__code__ = init.__code__.replace(co_varnames=("self", *names))
    defaults = [said[name].default if name in said else given[name] for name in names] if said else given.values()
    init.__defaults__ = tuple([default for default in defaults if default is not _MISSING])
    init.__name__, init.__qualname__ = "__init__", f"{made.__qualname__}.__init__"
    more = {n: one for n, one in said.items() if one.default is one or (n not in names and "default" in one.said)}
    has_more = more or hasattr(made, "__post_init__")
    type.__setattr__(made, "__init__", _with_more(init, made, more) if has_more else init)


def _with_more(init: Callable[..., None], made: type, more: Mapping[str, _Said]) -> Callable[..., None]:
    """Fills the fields for which something is to be made, or that are no parameters, and lets the class finish."""
    rest = [(made.__dict__[name], one) for name, one in more.items()]
    finish = getattr(made, "__post_init__", None)

    @wraps(init)
    def whole(self: Any, *values: Any, **named: Any) -> None:  # noqa: ANN401 - any of those classes
        init(self, *values, **named)
        for slot, one in rest:
            if not one.of("init") or slot.__get__(self) is one:
                slot.__set__(self, one.made())
        if finish:
            finish(self)

    return whole


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What counts when two are compared, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    one = attrgetter(*names) if names else None
    return lambda self: (one(self),) if one else ()


def _comparison(same: Callable[[Any, Any], Any], values: Callable[[Any], tuple[Any, ...]]) -> Callable[..., Any]:
    def compared(self: Any, other: Any) -> Any:  # noqa: ANN401 - any of those classes
        return same(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented

    return compared


def _hash(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], int]:
    return lambda self: hash(values(self))


@recursive_repr()
def _repr(self: Any) -> str:  # noqa: ANN401 - any of those classes
    shown = (name for name, one in self.__dataclass_fields__.items() if one.repr)
    return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"


def _set(_self: object, name: str, _value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_self: object, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:  # noqa: ANN401 - any of those classes
    """For pickle, which could not put it back past _set."""
    return [getattr(self, name) for name in self.__slots__]


def _set_state(self: Any, values: list[object]) -> None:  # noqa: ANN401 - any of those classes
    for name, value in zip(self.__slots__, values, strict=True):
        object.__setattr__(self, name, value)


_FROZEN = {"__setattr__": _set, "__delattr__": _delete, "__getstate__": _state, "__setstate__": _set_state}
"what a frozen class has of its own"
