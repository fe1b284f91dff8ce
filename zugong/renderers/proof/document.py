"""Placed pages → the bytes of a proof."""

from __future__ import annotations

import io

from zugong.fonts.faces import FaceSet
from zugong.layout.sheet import DocumentInfo, Sheet
from zugong.renderers.proof.drawing import page_content
from zugong.renderers.proof.embedding import compressed, embed
from zugong.renderers.proof.faces import DrawnFaces
from zugong.renderers.proof.images import DrawnPictures
from zugong.renderers.proof.navigation import add_links, add_outline
from zugong.renderers.proof.quick_pydyf import pydyf
from zugong.typesetting.pages import Pages

_REMARK = "校样：版面和印发稿一样，但没有归档标记（PDF/A、PDF/UA），不作印发、归档之用"


def written(sheet: Sheet, pages: Pages, known: FaceSet) -> bytes:
    """The PDF: pages, faces, pictures, links, outline, metadata."""
    pdf = pydyf.PDF()
    faces, pictures = DrawnFaces(known), DrawnPictures(pdf)
    resources = pydyf.Dictionary({})
    pdf.add_object(resources)
    drawn = _add_pages(pdf, pages, faces, pictures, resources.reference)
    references = {face.name: embed(pdf, face) for face in faces.by_family.values()}
    resources["Font"] = pydyf.Dictionary(references)
    if pictures.references:
        resources["XObject"] = pydyf.Dictionary(pictures.references)
    add_links(pdf, pages, drawn)
    add_outline(pdf, pages, drawn)
    _describe(pdf, sheet.info)
    stream = io.BytesIO()
    pdf.write(stream, version=b"1.7")
    return stream.getvalue()


def _add_pages(
    pdf: pydyf.PDF, pages: Pages, faces: DrawnFaces, pictures: DrawnPictures, resources: bytes
) -> list[pydyf.Dictionary]:
    drawn = []
    paper = pydyf.Array([0, 0, round(pages.style.width, 3), round(pages.style.height, 3)])
    for page in pages.pages:
        content = compressed(page_content(page, pages.style.height, faces, pictures))
        pdf.add_object(content)
        values = {"Type": "/Page", "Parent": pdf.pages.reference, "MediaBox": paper}
        drawn.append(pydyf.Dictionary({**values, "Contents": content.reference, "Resources": resources}))
        pdf.add_page(drawn[-1])
    return drawn


def _describe(pdf: pydyf.PDF, info: DocumentInfo) -> None:
    """Metadata; the issue's date stands for the clock, so that builds are the same."""
    day = pydyf.String(f"D:{info.issued_on:%Y%m%d}000000+08'00'")
    told = {"Title": f"{info.title}（校样）", "Author": info.author, "Subject": _REMARK, "Creator": "zugong"}
    pdf.info.update({key: pydyf.String(value) for key, value in told.items()})
    pdf.info.update({"CreationDate": day, "ModDate": day})
    pdf.catalog["Lang"] = pydyf.String(info.language)
