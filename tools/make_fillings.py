"""Constructors for classes of one field, of two, of three …: python tools/make_fillings.py > zugong/fillings.py"""

from __future__ import annotations

MOST = 14
"fields"

HEAD = '''"""Constructors by number of fields, made by tools/make_fillings.py: change that, not this.

`classes.py` gives each class one of them, with the names of its own fields. A function that Python has compiled already
costs a class next to nothing; compiling one for each takes longer than drawing a page.
"""

from __future__ import annotations

from collections.abc import Callable

TYPE_CHECKING = False
if TYPE_CHECKING:
    Init = Callable[..., None]

# ruff: noqa: ANN001, ANN202
# mypy: disable-error-code="no-untyped-def"
'''

TAIL = '''

def larger(count: int) -> Callable[..., Init]:
    """One for more fields than these, or for none; few classes are so."""
    setters = ", ".join(f"s{number}" for number in range(count))
    values = "".join(f", v{number}" for number in range(count))
    steps = "".join(f"  s{number}(self, v{number})\\n" for number in range(count)) or "  pass\\n"
    made: dict[str, Callable[..., Init]] = {}
    exec(f"def of({setters}):\\n def init(self{values}):\\n{steps} return init", made)  # noqa: S102 - of our own text
    FILLINGS[count] = made["of"]
    return made["of"]
'''


def filling(count: int) -> str:
    """The function that takes as many setters and gives the constructor that calls them."""
    setters = ", ".join(f"s{number}" for number in range(count))
    values = "".join(f", v{number}" for number in range(count))
    steps = "\n".join(f"        s{number}(self, v{number})" for number in range(count))
    return f"def _of_{count}({setters}):\n    def init(self{values}):\n{steps}\n\n    return init\n"


def source() -> str:
    """The whole module."""
    functions = "\n\n".join(map(filling, range(1, MOST + 1)))
    table = "".join(f"    {count}: _of_{count},\n" for count in range(1, MOST + 1))
    known = f'FILLINGS: dict[int, Callable[..., Init]] = {{\n{table}}}\n"by number of fields"\n'
    return f"{HEAD}\n\n{functions}\n\n{known}{TAIL}"


if __name__ == "__main__":
    print(source(), end="")
