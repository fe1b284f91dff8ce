"""Parts that a package refers to: pictures, headers and all else must be there, and be what they are said to be."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator

from tests.support.docx_faults import Fault
from zugong.renderers.docx.tree import Element, parse

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STARTS = {".png": rb"\x89PNG\r\n\x1a\n", ".jpeg": rb"\xff\xd8\xff", ".svg": rb"(?s).*<svg\b"}


def missing_parts(package: bytes) -> Iterator[Fault]:
    """References without a relationship, relationships without a part, pictures that are none."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    for name in sorted(content):
        if name.startswith("word/") and name.endswith(".xml"):
            yield from _of_part(name, content)
        start = _STARTS.get(posixpath.splitext(name)[1])
        if start is not None and not re.match(start, content[name]):
            yield Fault("missing-part", name, "no picture")


def _of_part(name: str, content: dict[str, bytes]) -> Iterator[Fault]:
    folder, file = posixpath.split(name)
    relations = content.get(f"{folder}/_rels/{file}.rels")
    known = {} if relations is None else {one.get("Id"): one for one in parse(relations).iter(_RELATIONS)}
    for relation in known.values():
        target = posixpath.normpath(posixpath.join(folder, str(relation.get("Target"))))
        if relation.get("TargetMode") != "External" and target.lstrip("/") not in content:
            yield Fault("missing-part", name, target)
    for reference in _references(parse(content[name])):
        if reference not in known:
            yield Fault("missing-part", name, reference)


def _references(root: Element) -> Iterator[str]:
    for one in root.iter():
        yield from (str(value) for key, value in one.attrib.items() if str(key).startswith(_OFFICE))
