"""pydyf, imported without hashlib: it wants that for identifiers, which a proof has none of, and OpenSSL with it takes
longer to load than all pages to draw."""

from __future__ import annotations

from zugong.later import put_off

__all__ = ("pydyf",)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import pydyf
else:
    with put_off({"hashlib": {}}):
        import pydyf
