"""Writing a file that must not be there yet."""

from __future__ import annotations

from pathlib import Path

from zugong.diagnostics import Location, Problem, error


def create(target: Path, text: str) -> Problem | None:
    """Writes a new file, and only a new one."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        advice = "没有改动它；请换一个名字"
        return error("already-there", f"{target} 已经有了", Location(str(target), 0), advice)
    except OSError as failure:
        return cannot_write(target, failure)
    return None


def cannot_write(target: Path, failure: OSError) -> Problem:
    """Why a file could not be made."""
    reason = failure.strerror or "原因不明"
    return error("cannot-write", f"建不了 {target}：{reason}", Location(str(target), 0), "请检查文件夹能不能写入")
