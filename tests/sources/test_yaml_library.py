"""PyYAML with patterns put off is PyYAML all the same."""

import subprocess
import sys

from tests.support.printed import ROOT
from zugong.sources.yaml_library import LaterPattern


def run(code: str) -> str:
    environment = {"PYTHONPATH": str(ROOT), "ZUGONG_FONTS": "shipped", "PATH": "", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_issue_is_read_without_compiling_any_of_them() -> None:
    code = (
        "from tests.support.printed import ISSUE_22, pages_of\n"
        "from zugong.sources import yaml_library\n"
        "from zugong.sources.yaml_library import LaterPattern, yaml\n"
        "assert len(pages_of(ISSUE_22).pages) == 6\n"
        "resolvers = [pair[1] for pairs in yaml.resolver.Resolver.yaml_implicit_resolvers.values() for pair in pairs]\n"
        "every = [yaml.reader.Reader.NON_PRINTABLE, yaml.constructor.SafeConstructor.timestamp_regexp, *resolvers]\n"
        "print(len(every) > 10, all(type(one) is LaterPattern for one in every))\n"
        "print(any(one._compiled for one in every))"
    )
    assert run(code).split() == ["True", "True", "False"]


def test_whoever_uses_the_rest_of_yaml_gets_it() -> None:
    text = "一: 3\n二: 2021-09-22\n三: yes\n四: [1.5, ~, 0x10]\n五: 2001-12-14t21:59:43.10-05:00\n"
    code = f"{{}}\nfor loader in (yaml.SafeLoader, yaml.CSafeLoader):\n print(yaml.load({text!r}, Loader=loader))"
    ours, theirs = (run(code.format(how)) for how in ("from zugong.sources.yaml_library import yaml", "import yaml"))
    assert ours == theirs
    assert "datetime.date(2021, 9, 22)" in ours


def test_re_is_as_it_was() -> None:
    assert (
        run("import re\nold = re.compile\nimport zugong.sources.yaml_library\nprint(re.compile is old)").strip()
        == "True"
    )


def test_a_pattern_put_off_is_the_pattern() -> None:
    pattern = LaterPattern("(A+)", 2)
    assert pattern.match("aab")[1] == "aa"
    assert pattern.pattern == "(A+)"
    assert pattern.sub("x", "baa") == "bx"
