"""Constructors by number of fields, made by tools/make_fillings.py: change that, not this.

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


def _of_1(s0):
    def init(self, v0):
        s0(self, v0)

    return init


def _of_2(s0, s1):
    def init(self, v0, v1):
        s0(self, v0)
        s1(self, v1)

    return init


def _of_3(s0, s1, s2):
    def init(self, v0, v1, v2):
        s0(self, v0)
        s1(self, v1)
        s2(self, v2)

    return init


def _of_4(s0, s1, s2, s3):
    def init(self, v0, v1, v2, v3):
        s0(self, v0)
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)

    return init


def _of_5(s0, s1, s2, s3, s4):
    def init(self, v0, v1, v2, v3, v4):
        s0(self, v0)
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)

    return init


def _of_6(s0, s1, s2, s3, s4, s5):
    def init(self, v0, v1, v2, v3, v4, v5):
        s0(self, v0)
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)
        s5(self, v5)

    return init


def _of_7(s0, s1, s2, s3, s4, s5, s6):
    def init(self, v0, v1, v2, v3, v4, v5, v6):
        s0(self, v0)
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)
        s5(self, v5)
        s6(self, v6)

    return init


def _of_8(s0, s1, s2, s3, s4, s5, s6, s7):
    def init(self, v0, v1, v2, v3, v4, v5, v6, v7):
        s0(self, v0)
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)
        s5(self, v5)
        s6(self, v6)
        s7(self, v7)

    return init


def _of_9(s0, s1, s2, s3, s4, s5, s6, s7, s8):
    def init(self, v0, v1, v2, v3, v4, v5, v6, v7, v8):
        s0(self, v0)
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)
        s5(self, v5)
        s6(self, v6)
        s7(self, v7)
        s8(self, v8)

    return init


def _of_10(s0, s1, s2, s3, s4, s5, s6, s7, s8, s9):
    def init(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9):
        s0(self, v0)
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)
        s5(self, v5)
        s6(self, v6)
        s7(self, v7)
        s8(self, v8)
        s9(self, v9)

    return init


def _of_11(s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10):
    def init(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10):
        s0(self, v0)
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)
        s5(self, v5)
        s6(self, v6)
        s7(self, v7)
        s8(self, v8)
        s9(self, v9)
        s10(self, v10)

    return init


def _of_12(s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11):
    def init(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11):
        s0(self, v0)
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)
        s5(self, v5)
        s6(self, v6)
        s7(self, v7)
        s8(self, v8)
        s9(self, v9)
        s10(self, v10)
        s11(self, v11)

    return init


def _of_13(s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12):
    def init(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12):
        s0(self, v0)
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)
        s5(self, v5)
        s6(self, v6)
        s7(self, v7)
        s8(self, v8)
        s9(self, v9)
        s10(self, v10)
        s11(self, v11)
        s12(self, v12)

    return init


def _of_14(s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13):
    def init(self, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13):
        s0(self, v0)
        s1(self, v1)
        s2(self, v2)
        s3(self, v3)
        s4(self, v4)
        s5(self, v5)
        s6(self, v6)
        s7(self, v7)
        s8(self, v8)
        s9(self, v9)
        s10(self, v10)
        s11(self, v11)
        s12(self, v12)
        s13(self, v13)

    return init


FILLINGS: dict[int, Callable[..., Init]] = {
    1: _of_1,
    2: _of_2,
    3: _of_3,
    4: _of_4,
    5: _of_5,
    6: _of_6,
    7: _of_7,
    8: _of_8,
    9: _of_9,
    10: _of_10,
    11: _of_11,
    12: _of_12,
    13: _of_13,
    14: _of_14,
}
"by number of fields"


def larger(count: int) -> Callable[..., Init]:
    """One for more fields than these, or for none; few classes are so."""
    setters = ", ".join(f"s{number}" for number in range(count))
    values = "".join(f", v{number}" for number in range(count))
    steps = "".join(f"  s{number}(self, v{number})\n" for number in range(count)) or "  pass\n"
    made: dict[str, Callable[..., Init]] = {}
    exec(f"def of({setters}):\n def init(self{values}):\n{steps} return init", made)  # noqa: S102 - of our own text
    FILLINGS[count] = made["of"]
    return made["of"]
