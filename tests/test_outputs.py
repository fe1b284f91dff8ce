"""Outputs: whole or not at all, and never over an editor's own changes."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from zugong import outputs
from zugong.hashes import data_digest
from zugong.outputs import write_output


def rules(target: Path, content: bytes, *, force: bool = False) -> list[str]:
    return [problem.rule for problem in write_output(target, content, force=force)]


def test_what_was_built_may_be_built_anew(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    assert [rules(target, content) for content in (b"1", b"2", b"3")] == [[], [], []]
    assert target.read_bytes() == b"3"


def test_what_was_changed_by_hand_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    rules(target, b"1")
    target.write_bytes(b"edited")
    assert rules(target, b"2") == ["output-changed"]
    assert target.read_bytes() == b"edited"
    assert rules(target, b"2", force=True) == []
    assert rules(target, b"3") == []


@pytest.mark.parametrize(("edited", "told"), [(False, []), (True, ["output-changed"])])
def test_what_an_earlier_version_built_is_still_known(tmp_path: Path, edited: bool, told: list[str]) -> None:
    """Its records had sha256 for the name and for the content."""
    target = tmp_path / "a.docx"
    target.write_bytes(b"edited" if edited else b"1")
    record = tmp_path / outputs.RECORDS / sha256(b"a.docx").hexdigest()[:24]
    record.parent.mkdir()
    record.write_text(sha256(b"1").hexdigest(), encoding="ascii")
    assert rules(target, b"2") == told


def test_the_hash_of_what_was_written_is_known_until_somebody_touches_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.pdf"
    rules(target, b"1")
    with monkeypatch.context() as patched:
        patched.setattr(outputs, "file_digest", lambda _: "read again")
        assert outputs.written_digest(target) == data_digest(b"1")
        os.utime(target, (1, 1))
        assert outputs.written_digest(target) == "read again"
    target.write_bytes(b"2")
    assert outputs.written_digest(target) == data_digest(b"2")
    target.unlink()
    assert outputs.written_digest(target) == ""


def test_a_file_of_somebody_else_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"not ours")
    assert rules(target, b"1") == ["output-changed"]


@pytest.mark.parametrize("moment", [1, 2])
def test_a_kill_in_between_does_not_look_like_an_edit(
    moment: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.docx"
    rules(target, b"1")
    real = outputs.replace_file
    calls: list[Path] = []

    def killed(where: Path, content: bytes) -> None:
        calls.append(where)
        if len(calls) == moment:
            raise KeyboardInterrupt
        real(where, content)

    monkeypatch.setattr(outputs, "replace_file", killed)
    with pytest.raises(KeyboardInterrupt):
        write_output(target, b"2")
    assert target.read_bytes() == b"1"
    monkeypatch.setattr(outputs, "replace_file", real)
    assert rules(target, b"3") == []
    assert target.read_bytes() == b"3"
