"""Makes the files of this folder anew: `python tests/data/intake/make.py`, with pandoc and LibreOffice installed.

pandoc-2NN.docx: written by pandoc from Markdown. libreoffice-3NN.docx: hand-written DOCX read and written by
LibreOffice. libreoffice-4NN.doc: the same as Word 97. The truth of each is tests.support.submissions.submission(NNN).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2]))

from tests.support.submissions import as_markdown, handwritten, submission  # noqa: E402


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


if __name__ == "__main__":
    main(*sys.argv[1:])
