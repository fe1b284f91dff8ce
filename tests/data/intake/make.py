"""Makes the files of this folder anew: `python tests/data/intake/make.py`, with pandoc and LibreOffice installed.

pandoc-2NN.docx: written by pandoc from Markdown. libreoffice-3NN.docx: hand-written DOCX read and written by
LibreOffice. libreoffice-4NN.doc: the same as Word 97. The truth of each is tests.support.submissions.submission(NNN).
In structured/ are files with headings, tables and figures, whose truth is tests.support.structured.structured(NNN):
pandoc-6NN.docx from Markdown (so without merged cells), libreoffice-7NN.docx from hand-written DOCX.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2]))

from tests.support.structured import as_markdown_with_structures, handwritten_structured, picture, structured  # noqa: E402
from tests.support.submissions import as_markdown, handwritten, submission  # noqa: E402

STRUCTURED = HERE / "structured"


def main(pandoc: str = "pandoc") -> None:
    for seed in range(200, 208):
        command = [pandoc, "-f", "markdown", "-t", "docx", "-o", str(HERE / f"pandoc-{seed}.docx")]
        subprocess.run(command, input=as_markdown(submission(seed)), text=True, check=True, encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        for first, ending in ((300, "docx"), (400, "doc")):
            sources = []
            for seed in range(first, first + (8 if ending == "docx" else 2)):
                source = Path(folder) / f"libreoffice-{seed}.docx"
                source.write_bytes(handwritten(seed, "Word").data)
                sources.append(str(source))
            profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
            filters = "docx:MS Word 2007 XML" if ending == "docx" else "doc:MS Word 97"
            subprocess.run(
                ["soffice", "--headless", profile, "--convert-to", filters, "--outdir", str(HERE), *sources], check=True
            )
    make_structured(pandoc)


def make_structured(pandoc: str) -> None:
    STRUCTURED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for seed in (600, 601, 604, 605):  # 602 and 603 have merged cells
            (Path(folder) / "picture.png").write_bytes(picture(seed))
            command = [pandoc, "-f", "markdown", "-t", "docx", "-o", str(STRUCTURED / f"pandoc-{seed}.docx")]
            text = as_markdown_with_structures(structured(seed))
            subprocess.run(command, input=text, text=True, check=True, encoding="utf-8", cwd=folder)
        sources = []
        for seed in range(700, 706):
            sources.append(Path(folder) / f"libreoffice-{seed}.docx")
            sources[-1].write_bytes(handwritten_structured(seed, "Word").data)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [
            "soffice",
            "--headless",
            profile,
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(STRUCTURED),
        ]
        subprocess.run([*command, *map(str, sources)], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
