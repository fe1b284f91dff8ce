"""templates/pages.html and what it includes as Python, so that jinja2 need not be imported for it:
python tools/make_shipped_pages.py > zugong/renderers/pdf/shipped_pages.py

jinja2 reads the templates, and what it has read is written down; nothing is known here but what they make use of."""

# ruff: noqa: ANN401
# (the nodes of jinja2 have no common type)

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import Any

from zugong.templating import environment_for, shipped_digest

HEAD = '''"""pages.html and what it includes, made by tools/make_shipped_pages.py: change the templates, not this.

Templates that were changed since, and an office's own, are left to jinja2 (markup.py).
"""

# ruff: noqa: E501, ANN401
# fmt: off

from __future__ import annotations

from collections.abc import Mapping

from zugong.renderers.pdf.elements import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def _escaped(value: Any) -> str:
    return str(value.__html__()) if hasattr(value, "__html__") else escaped(str(value))


def pages_html(given: Mapping[str, Any]) -> str:
    """The pages."""
    out: list[str] = []
    _pages_html(out, given)
    return "".join(out)
'''

ENVIRONMENT = environment_for(None)


@dataclass
class Function:
    """A template while it is written down."""

    template: str
    names: tuple[str, ...]
    "those that are set where it is included"
    lines: list[str] = field(default_factory=list)
    depth: int = 1
    included: list[Function] = field(default_factory=list)

    def __post_init__(self) -> None:
        source, file, _ = ENVIRONMENT.loader.get_source(ENVIRONMENT, self.template)
        self.all(ENVIRONMENT.parse(source, self.template, file).body)

    @property
    def name(self) -> str:
        return "_" + self.template.replace(".", "_")

    def text(self) -> str:
        own = "".join(f", {name}: Any" for name in self.names)
        head = f"\n\ndef {self.name}(out: list[str], given: Mapping[str, Any]{own}) -> None:\n"
        return "".join(one.text() for one in self.included) + head + "\n".join(self.lines) + "\n"

    def line(self, line: str) -> None:
        self.lines.append("    " * self.depth + line)

    def all(self, nodes: list[Any]) -> None:
        for node in nodes:
            getattr(self, f"write_{type(node).__name__.lower()}")(node)

    def inside(self, head: str, nodes: list[Any], *names: str) -> None:
        outside = self.names
        self.line(head)
        self.depth, self.names = self.depth + 1, (*outside, *names)
        self.all(nodes)
        self.depth, self.names = self.depth - 1, outside

    def write_output(self, node: Any) -> None:
        self.line(f"out += ({''.join(f'{self.shown(part)}, ' for part in node.nodes).removesuffix(' ')})")

    def shown(self, part: Any) -> str:
        kind = type(part).__name__
        if kind == "TemplateData":
            return repr(part.data)
        if kind == "Filter" and part.name == "safe":
            return f"str({self.value(part.node)})"
        return f"{'_escaped' if '.html' in self.template else 'str'}({self.value(part)})"

    def write_for(self, node: Any) -> None:
        assert not (node.else_ or node.test or node.recursive)
        names = [target.name for target in getattr(node.target, "items", [node.target])]
        self.inside(f"for {', '.join(names)} in {self.value(node.iter)}:", node.body, *names)

    def write_if(self, node: Any) -> None:
        assert not (node.else_ or node.elif_)
        self.inside(f"if {self.value(node.test)}:", node.body)

    def write_with(self, node: Any) -> None:
        names = [target.name for target in node.targets]
        for name, value in zip(names, node.values, strict=True):
            self.line(f"{name} = {self.value(value)}")
        outside, self.names = self.names, (*self.names, *names)
        self.all(node.body)
        self.names = outside

    def write_include(self, node: Any) -> None:
        self.included.append(Function(node.template.value, tuple(dict.fromkeys(self.names))))
        self.line(f"{self.included[-1].name}(out, given{''.join(f', {name}' for name in self.included[-1].names)})")

    def write_block(self, node: Any) -> None:
        self.all(node.body)

    def value(self, node: Any) -> str:
        match type(node).__name__:
            case "Const":
                return repr(node.value)
            case "Name":
                return node.name if node.name in (*self.names, "range") else f"given[{node.name!r}]"
            case "Getattr":
                return f"{self.value(node.node)}.{node.attr}"
            case "Filter" if node.name == "length":
                return f"len({self.value(node.node)})"
            case "Call" if not (node.kwargs or node.dyn_args or node.dyn_kwargs):
                return f"{self.value(node.node)}({', '.join(map(self.value, node.args))})"
            case kind:
                raise NotImplementedError(kind)


def main() -> None:
    """The whole module."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    made_from = f'\nDIGEST = "{shipped_digest()}"\n"of the templates that it was made from"\n'
    head, function, rest = HEAD.partition("\n\ndef _escaped")
    sys.stdout.write(head + made_from + function + rest + Function("pages.html", ()).text())


if __name__ == "__main__":
    main()
