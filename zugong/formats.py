"""The formats that can be asked for; a renderer is imported when it is used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from zugong.diagnostics import Location, Problem, error
from zugong.hashes import entries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zugong.fonts.faces import FaceSet
    from zugong.layout.sheet import Sheet
    from zugong.templating import TemplateFault
    from zugong.typesetting.pages import Pages


class RenderingUnavailable(Exception):
    """A format that cannot be made, on this machine or with these templates; the message is for the editor."""

    def __init__(self, message: str, problem: Problem | None = None) -> None:
        super().__init__(message)
        self.problem = problem
        "what is wrong in a file of the workspace, if it is that"


def _pdf(sheet: Sheet, pages: Pages, faces: FaceSet, root: Path) -> bytes:
    from zugong.renderers import pdf
    from zugong.templating import TemplateError

    own = root / "issues" / "templates"
    try:
        return pdf.render(sheet, pages, own if own.is_dir() else None, faces)
    except pdf.PdfUnavailable as unavailable:
        raise RenderingUnavailable(str(unavailable)) from unavailable
    except TemplateError as broken:
        raise RenderingUnavailable(broken.fault.message, of_template(broken.fault)) from broken


def has_own_pages(root: Path) -> bool:
    """Whether an office draws its pages with templates of its own."""
    return any(entry.name.endswith(".html") for entry in entries(root / "issues" / "templates"))


def template_problems(sheet: Sheet, pages: Pages, root: Path) -> tuple[Problem, ...]:
    """What is wrong with the office's own templates, found without printing; a proof and a DOCX do without them."""
    if not has_own_pages(root):
        return ()
    from zugong.renderers.pdf.markup import markup
    from zugong.renderers.pdf.pictures import picture_table
    from zugong.templating import TemplateError

    try:
        markup(sheet, pages, root / "issues" / "templates", picture_table(pages).source)
    except TemplateError as broken:
        return (of_template(broken.fault),)
    return ()


def of_template(fault: TemplateFault) -> Problem:
    """What an editor is told about a broken template."""
    return error(TEMPLATE, fault.message, Location(f"issues/templates/{fault.name}", fault.line), fault.hint)


def _docx(sheet: Sheet, pages: Pages, _: FaceSet, __: Path) -> bytes:
    from zugong.renderers import docx

    return docx.render(sheet, pages)


def _proof(sheet: Sheet, pages: Pages, faces: FaceSet, _: Path) -> bytes:
    from zugong.renderers import proof

    return proof.render(sheet, pages, faces)


RENDERERS: dict[str, Callable[[Sheet, Pages, FaceSet, Path], bytes]] = {"pdf": _pdf, "docx": _docx, "proof": _proof}
"""Every format that can be asked for."""

ENDINGS = {"pdf": ".pdf", "docx": ".docx", "proof": "校样.pdf"}
"""Format → the end of its files' names; a proof never bears the name of the final file."""

STOPGAPS = {"pdf": "proof"}
"""What is made instead of a format that cannot be made on this machine."""

UNAVAILABLE = "format-unavailable"
"the rule of the problem that says so"

TEMPLATE = "broken-template"
"the rule of the problem that an own template has"
