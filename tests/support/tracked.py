"""LibreOffice accepting or rejecting all tracked changes of some DOCX, by a Basic macro in a profile of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main(folder, last)
 For i = 0 To last
  One(folder &amp; i, "Accept")
  One(folder &amp; i, "Reject")
 Next
End Sub
Sub One(name, what)
 Dim a(0) As New com.sun.star.beans.PropertyValue
 a(0).Name = "Hidden"
 a(0).Value = True
 doc = StarDesktop.loadComponentFromURL(name &amp; ".docx", "_blank", 0, a())
 disp = createUnoService("com.sun.star.frame.DispatchHelper")
 disp.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; what &amp; "AllTrackedChanges", "", 0, Array())
 Dim b(1) As New com.sun.star.beans.PropertyValue
 b(0).Name = "FilterName"
 b(0).Value = "Text (encoded)"
 b(1).Name = "FilterOptions"
 b(1).Value = "UTF8,LF,,,"
 doc.storeToURL(name &amp; "." &amp; what &amp; ".txt", b())
 doc.close(True)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false">
 <library:element library:name="Module1"/>
</library:library>
"""


def accepted_and_rejected(documents: list[bytes], folder: Path) -> list[tuple[list[str], list[str]]]:
    """The paragraphs of each document with all changes accepted, and with all rejected."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile, work = folder / "profile", folder / "work"
    basic = profile / "user" / "basic" / "Standard"
    # The first start makes the profile and would put its own empty library over ours.
    _run(soffice, profile, "--convert-to", "txt", "--outdir", str(folder), os.devnull)
    basic.mkdir(parents=True, exist_ok=True)
    work.mkdir()
    (basic / "Module1.xba").write_text(_MODULE, encoding="utf-8")
    (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    for number, content in enumerate(documents):
        (work / f"{number}.docx").write_bytes(content)
    _run(soffice, profile, f'macro:///Standard.Module1.Main("{work.as_uri()}/",{len(documents) - 1})')
    return [(_lines(work / f"{one}.Accept.txt"), _lines(work / f"{one}.Reject.txt")) for one in range(len(documents))]


def _run(soffice: str, profile: Path, *arguments: str) -> None:
    command = [soffice, "--headless", f"-env:UserInstallation={profile.as_uri()}", *arguments]
    subprocess.run(command, check=False, capture_output=True, timeout=150)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig").removesuffix("\n").split("\n")
