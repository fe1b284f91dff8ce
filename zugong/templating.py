"""The one jinja2 environment: shipped templates, overridden file by file by an office's own.

Editor text is only ever a value, never a template.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from zugong.resources import template_dir


class TemplateError(Exception):
    """A template of the office's own that cannot be used; the message is for the editor."""


def render_template(name: str, values: Mapping[str, object], own: Path | None = None) -> str:
    """The text that a template makes; `own` is the office's template folder, if it has one.

    HTML templates escape their values; raises TemplateError for a template that is missing or broken.
    """
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined
    from jinja2 import TemplateError as JinjaError
    from jinja2.sandbox import SandboxedEnvironment

    shipped = FileSystemLoader(template_dir(), encoding="utf-8")
    loaders = [FileSystemLoader(own, encoding="utf-8")] if own is not None else []
    environment = SandboxedEnvironment(
        loader=ChoiceLoader([*loaders, shipped, PrefixLoader({"shipped": shipped})]),
        undefined=StrictUndefined,
        autoescape=lambda template: template is not None and ".html" in template,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    try:
        return environment.get_template(name).render(values)
    except JinjaError as broken:
        raise TemplateError(f"模板 {name} 不能用：{broken}") from broken
