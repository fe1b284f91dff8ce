"""LibreOffice as a reader of our DOCX: to PDF, with the shipped faces in place of the official ones."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from zugong.resources import font_dir

OFFICIAL = {
    "仿宋_GB2312": "Zg FangSong",
    "楷体_GB2312": "Zg Kai",
    "黑体": "Zg Hei",
    "宋体": "Zg Song",
    "方正小标宋简体": "Zg Song Bold",
    "Times New Roman": "Zg Latin",
}
"""Official face → the shipped one whose widths our composer measured."""

BOLD = {"仿宋_GB2312": "Zg FangSong Bold", "Times New Roman": "Zg Latin Bold"}
"""The same for bold; LibreOffice 7.4 draws no bold of its own in a PDF."""

_SECONDS = 120


def docx_to_pdf(path: Path, out_dir: Path, *, as_written: bool = True) -> Path:
    """The PDF that LibreOffice makes of a DOCX."""
    return docx_to_pdfs([path], out_dir, as_written=as_written)[0]


def docx_to_pdfs(paths: list[Path], out_dir: Path, *, as_written: bool = True) -> list[Path]:
    """The same for several with different names at the price of one start; skips the test without LibreOffice.

    LibreOffice 7.4 disobeys a DOCX in two things: it always parts 汉字 from Latin (autoSpaceDE) and reads
    overflowPunct the wrong way round. With `as_written` both are put right on the way, through FODT,
    where they can be said; without it the PDF is what somebody sees who opens the file there.
    """
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    out_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="zugong-office-") as folder:
        home = Path(folder)
        if as_written:
            _convert(soffice, "fodt", paths, home, home)
            paths = [home / f"{path.stem}.fodt" for path in paths]
            for path in paths:
                _obey(path)
        _convert(soffice, "pdf", paths, out_dir, home)
    return [out_dir / f"{path.stem}.pdf" for path in paths]


def _obey(fodt: Path) -> None:
    """Sets the two rules that were lost, in every style that mentions them."""
    text = fodt.read_text(encoding="utf-8")
    text = re.sub(r'style:text-autospace="[^"]*"', 'style:text-autospace="none"', text)
    text = re.sub(r'style:punctuation-wrap="[^"]*"', 'style:punctuation-wrap="simple"', text)
    fodt.write_text(text, encoding="utf-8")


def _convert(soffice: str, kind: str, paths: list[Path], out_dir: Path, home: Path) -> None:
    """One run with a profile of its own, so that two at a time do not wait for one another."""
    config = home / "fonts.conf"
    config.write_text(_font_config(home / "cache"), encoding="utf-8")
    command = [
        soffice,
        "--headless",
        "--norestore",
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        "--convert-to",
        kind,
        "--outdir",
        str(out_dir),
        *map(str, paths),
    ]
    env = os.environ | {"FONTCONFIG_FILE": str(config), "HOME": str(home), "LC_ALL": "C.UTF-8"}
    subprocess.run(command, env=env, check=True, capture_output=True, timeout=_SECONDS)


def _font_config(cache: Path) -> str:
    """fontconfig that knows the shipped faces only, each under its official name as well."""
    rules = [_rule(ours, official) for official, ours in OFFICIAL.items()]
    rules += [_rule(ours, official, _BOLD_WEIGHT) for official, ours in BOLD.items()]
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{escape(str(font_dir()))}</dir><cachedir>{escape(str(cache))}</cachedir>{''.join(rules)}</fontconfig>"
    )


_BOLD_WEIGHT = '<edit name="weight" mode="assign"><const>bold</const></edit>'


def _rule(ours: str, official: str, more: str = "") -> str:
    """Adds a name to a face as its file is scanned."""
    return (
        f'<match target="scan"><test name="family"><string>{ours}</string></test>'
        f'<edit name="family" mode="prepend"><string>{official}</string></edit>{more}</match>'
    )
