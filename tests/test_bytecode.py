"""Byte code in one file: what has changed is never taken from it, and nothing depends on its being there."""

from __future__ import annotations

import marshal
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.printed import ROOT
from zugong import bytecode

SHOW = (
    "from zugong import bytecode; finder = bytecode.installed()\n"
    "import zugong.text.numerals as module, zugong.text\n"
    "loaded = type(module.__loader__).__name__\n"
    "print(loaded, module.WORD if hasattr(module, 'WORD') else '', module.__file__, module.__spec__.cached)\n"
    'import inspect, linecache; assert inspect.getsource(module).startswith(\'"""\')\n'
    "finder.keep()"
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The package alone, at a place of its own, with nothing compiled."""
    leave = shutil.ignore_patterns("__pycache__", "fonts", "renderers")
    shutil.copytree(ROOT / "zugong", tmp_path / "zugong", ignore=leave)
    return tmp_path


def run(house: Path, code: str = SHOW, *options: str, **environment: str) -> list[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, *options, "-c", code],
        cwd=house, env={**kept, "PYTHONPATH": str(house), **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def file_of(house: Path) -> Path:
    return house / "zugong" / "__pycache__" / Path(bytecode.FILE).name


def module_of(house: Path) -> Path:
    return house / "zugong" / "text" / "numerals.py"


def test_the_second_run_takes_modules_out_of_the_file(house: Path) -> None:
    first, second = run(house), run(house)
    assert first[0] == "SourceFileLoader"
    assert second[0] == "_Loader"
    assert first[1:] == second[1:]
    assert first[1] == str(module_of(house))


def test_a_module_that_was_changed_is_imported_anew_and_kept_anew(house: Path) -> None:
    run(house)
    with module_of(house).open("a", encoding="utf-8") as file:
        file.write("\nWORD = 'new'\n")
    assert run(house)[:2] == ["SourceFileLoader", "new"]
    assert run(house)[:2] == ["_Loader", "new"]
    text = module_of(house).read_text(encoding="utf-8")
    module_of(house).write_text(text.replace("'new'", "'old'"), encoding="utf-8")  # the same size
    later = module_of(house).stat().st_mtime + 2  # within one second Python itself sees no difference
    os.utime(module_of(house), (later, later))
    assert run(house)[1] == "old"


def test_a_module_that_is_gone_is_gone(house: Path) -> None:
    run(house)
    module_of(house).unlink()
    with pytest.raises(AssertionError, match="ModuleNotFoundError"):
        run(house)


HARMS = ["cut off", "empty", "another Python", "another place", "text", "a hole at the beginning", "a hole", "nothing"]


@pytest.mark.parametrize("harm", HARMS)
def test_a_file_that_cannot_be_used_is_replaced(house: Path, harm: str) -> None:
    run(house)
    file = file_of(house)
    content = file.read_bytes()
    middle = len(content) // 2
    harmed = {
        "cut off": content[:middle],
        "empty": b"",
        "a hole at the beginning": content[:150] + bytes(800) + content[950:],
        "a hole": content[:middle] + bytes(len(content) - middle),
        "nothing": bytes(len(content)),
        "another Python": content.replace(str(sys.hexversion).encode(), b"1" * len(str(sys.hexversion)), 1),
        "another place": content.replace(str(house).encode(), b"x" * len(str(house)), 1),
        "text": b"zugong",
    }
    file.write_bytes(harmed[harm])
    for _ in range(3):
        assert run(house)[1:2] == [str(module_of(house))]
    both = (
        "from zugong import bytecode; finder = bytecode.installed()\nimport zugong.text.numerals\nprint(finder.missed)"
    )
    assert run(house, both) == ["False"]


def test_a_file_that_is_shortened_while_it_is_used_does_no_harm(house: Path) -> None:
    run(house)
    shorten = SHOW.replace("installed()\n", "installed(); open(bytecode.FILE, 'r+b').truncate(3000)\n", 1)
    assert run(house, shorten)[1] == str(module_of(house))
    assert run(house)[1] == str(module_of(house))


def test_tracebacks_of_a_moved_house_name_the_new_place(house: Path) -> None:
    run(house)
    shutil.move(house / "zugong", house / "other" / "zugong")
    show = SHOW.replace("print(loaded", "print(module.parse_number.__code__.co_filename, loaded")
    for _ in range(2):
        first, loaded, *_ = run(house / "other", show)
        assert first == str(module_of(house / "other"))
    assert loaded == "_Loader"


def test_what_a_kill_left_is_swept(house: Path) -> None:
    run(house)
    old, fresh = (file_of(house).with_name(f"{file_of(house).name}.{number}") for number in (1, 2))
    for file in (old, fresh):
        file.write_bytes(b"half")
    os.utime(old, (1, 1))
    module_of(house).write_text(module_of(house).read_text(encoding="utf-8") + "\nWORD = 'x'\n", encoding="utf-8")
    run(house)
    assert (old.exists(), fresh.exists()) == (False, True)


def test_a_moved_house_does_not_use_what_was_kept_elsewhere(house: Path, tmp_path: Path) -> None:
    run(house)
    shutil.move(house / "zugong", house / "other" / "zugong")
    assert run(house / "other")[:2] == ["SourceFileLoader", str(house / "other" / "zugong" / "text" / "numerals.py")]


def test_code_that_python_has_of_an_older_source_is_not_kept(house: Path) -> None:
    """A source that is saved while the program runs."""
    late = "import os; os.utime(module.__file__, (1, 1))\nfinder.keep()"
    run(house, SHOW.replace("finder.keep()", late))
    assert run(house)[0] == "SourceFileLoader"


@pytest.mark.parametrize("options", [("-B",), ("-O",), ("-X", "pycache_prefix=elsewhere")], ids=str)
def test_where_python_keeps_no_byte_code_beside_the_source_neither_do_we(house: Path, options: tuple[str, ...]) -> None:
    run(house, SHOW.replace("finder.keep()", "finder and finder.keep()"), *options)
    assert not file_of(house).exists()


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(house: Path) -> None:
    file_of(house).mkdir(parents=True)
    assert run(house)[0] == "SourceFileLoader"
    assert run(house)[0] == "SourceFileLoader"
    assert [one.name for one in file_of(house).parent.glob(f"{file_of(house).name}.*")] == []


def test_two_runs_know_what_either_needed(house: Path) -> None:
    run(house)
    other = "from zugong import bytecode; finder = bytecode.installed()\nimport zugong.text.widths\nfinder.keep()"
    run(house, other)
    both = (
        "from zugong import bytecode; finder = bytecode.installed()\n"
        "import zugong.text.numerals, zugong.text.widths\nprint(finder.missed)"
    )
    assert run(house, both) == ["False"]


def test_the_program_keeps_and_uses_it(house: Path) -> None:
    shutil.copytree(ROOT / "zugong" / "fonts", house / "zugong" / "fonts", ignore=shutil.ignore_patterns("*.ttf"))
    shutil.copytree(ROOT / "templates", house / "templates")
    shutil.copytree(ROOT / "issues", house / "issues")
    code = (
        "import sys, os; sys.argv = ['zugong', 'list']\n"
        "def told(code): print(type(sys.modules['zugong.overview'].__loader__).__name__, code, flush=True); leave(0)\n"
        "leave, os._exit = os._exit, told\n"
        "from zugong.cli import main; main()"
    )
    first, second = (run(house, code, PYTHONIOENCODING="utf-8") for _ in range(2))
    assert (first[-2:], second[-2:]) == (["SourceFileLoader", "0"], ["_Loader", "0"])
    assert first[:-2] == second[:-2]


def test_pieces_are_the_code_that_python_keeps(house: Path) -> None:
    run(house)
    (cached,) = (house / "zugong" / "text" / "__pycache__").glob("numerals.*.pyc")
    entry, code = bytecode._piece(str(module_of(house)), str(cached), is_package=False) or ((), b"")
    assert code == cached.read_bytes()[16:]
    assert marshal.loads(code).co_filename == str(module_of(house))
    assert entry[3:] == (module_of(house).stat().st_mtime_ns, module_of(house).stat().st_size)
