"""Stand-ins for modules that are imported when something of them is first used."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Later:
    """A function or class that is taken out of its module when it is used."""

    def __init__(self, module: StandIn, name: str) -> None:
        self._module, self._name = module, name

    def _taken(self) -> Any:  # noqa: ANN401 - whatever it is
        return getattr(self._module.imported(), self._name)

    def __call__(self, *given: object, **named: object) -> object:
        return self._taken()(*given, **named)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if name.startswith("__"):  # asked by Python itself, to learn what this is
            raise AttributeError(name)
        return getattr(self._taken(), name)

    def __instancecheck__(self, one: object) -> bool:
        return isinstance(one, self._taken())


class StandIn(ModuleType):
    """A module of which anything may be taken, and on which anything may be set."""

    def __init__(self, name: str, there: Mapping[str, object], settings: list[tuple[str, str, object]]) -> None:
        super().__init__(name)
        self.__dict__.update(there, _settings=settings)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if name.startswith("__"):
            raise AttributeError(name)
        below = sys.modules.get(f"{self.__name__}.{name}")
        return below if isinstance(below, StandIn) else Later(self, name)

    def __setattr__(self, name: str, value: object) -> None:
        self.__dict__["_settings"].append((self.__name__, name, value))

    def imported(self) -> ModuleType:
        """The real module; what was set on it, or on any other one of its package, is set now."""
        if isinstance(sys.modules.get(self.__name__), StandIn):
            raise ImportError(f"{self.__name__} is needed at once")
        settings = self.__dict__["_settings"]
        package = self.__name__.partition(".")[0]
        for module, name, value in [one for one in settings if one[0].partition(".")[0] == package]:
            settings.remove((module, name, value))
            setattr(import_module(module), name, value)
        return import_module(self.__name__)


@contextmanager
def put_off(modules: Mapping[str, Mapping[str, object]]) -> Iterator[None]:
    """While it lasts, these modules are not imported by those that ask for them; they get what is given, or a Later.

    Modules that are there already are left alone, and so is a package of which any are. A module that is asked for out
    of a package that is put off must be put off too.
    """
    settings: list[tuple[str, str, object]] = []
    begun = {name for name in modules if name in sys.modules}
    names = [name for name in modules if name not in begun and name.partition(".")[0] not in begun]
    sys.modules.update({name: StandIn(name, modules[name], settings) for name in names})
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)
