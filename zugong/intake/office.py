"""LibreOffice as a reader of .doc and Kingsoft .wps: one door, a profile of its own, a time limit."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from zugong.intake.limits import OFFICE_SECONDS
from zugong.intake.refusal import Refused

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SAVE_AS = "请用 WPS 或 Word 打开它，另存为 .docx 再导入"


def soffice() -> str | None:
    """Where LibreOffice is, if anywhere."""
    return (
        shutil.which("soffice")
        or shutil.which("libreoffice")
        or next((one for one in _PLACES if Path(one).is_file()), None)
    )


def to_docx(data: bytes, ending: str, what: str) -> bytes:
    """The same file as DOCX; `what` names its kind to the editor."""
    program = soffice()
    if program is None:
        advice = f"装上 LibreOffice（免费）就能直接导入；或者{_SAVE_AS[1:]}"
        raise Refused("import-needs-office", f"这是{what}，要靠 LibreOffice 才能读，这台电脑上没有装", advice)
    with tempfile.TemporaryDirectory(prefix="zugong-import-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"source{ending}"
        source.write_bytes(data)
        _run(program, source, what)
        made = Path(folder) / "out" / "source.docx"
        if not made.is_file():
            raise Refused("import-broken", f"LibreOffice 读不出这个文件（{what}）", _SAVE_AS)
        return made.read_bytes()


def _run(program: str, source: Path, what: str) -> None:
    """Macros do not run: a fresh profile trusts no file, and conversion opens no window to ask."""
    profile, out = source.parent / "profile", source.parent / "out"
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", "docx", "--outdir", str(out), str(source)]
    own_group = os.name == "posix"
    running = subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=own_group
    )
    try:
        running.wait(OFFICE_SECONDS)
    except subprocess.TimeoutExpired:
        # soffice is a script: its child must go as well, or it would work on for ever.
        if own_group:
            os.killpg(running.pid, signal.SIGKILL)
        running.kill()
        running.wait()
        message = f"LibreOffice 读这个文件（{what}）超过 {OFFICE_SECONDS} 秒，已经停下"
        raise Refused("import-too-slow", message, _SAVE_AS) from None
