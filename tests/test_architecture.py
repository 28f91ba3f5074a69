"""The layers are a failing test, not a promise."""

import ast
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src" / "annotator").rglob("*.py"))


def test_the_import_contracts_are_kept():
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_core_does_the_main_job_with_qt_unimportable(tmp_path):
    script = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        sys.modules["PySide6"] = None  # every import of it fails from here on
        from annotator.library import Library, Preferences
        folder = Path(sys.argv[1])
        (folder / "a.txt").write_text("A title\\n\\nThe bridge was closed for eleven months.\\n")
        with Library.open(folder / "l.annotator", True, Preferences(folder / "s.json")) as library:
            article = library.import_file(folder / "a.txt")
            session = library.session(article.id)
            start = session.article.text.index("eleven")
            claim = session.claim(start, start + 13, verdict="True")
            session.attach_source(claim.id, url="https://example.org/")
            library.undo()
            library.redo()
            library.export([article.id], "markdown", folder / "o.md")
            assert library.check() == []
        assert "eleven months" in (folder / "o.md").read_text(encoding="utf-8")
        import annotator.cli
        assert not [name for name in sys.modules if name.startswith("PySide6.")]
        """
    )
    command = [sys.executable, "-W", "error", "-c", script, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_starting_the_command_line_loads_no_heavy_library():
    heavy = "PySide6 lxml readability pypdf pypdfium2 markdown rapidfuzz sqlite_utils nh3"
    script = (
        "import sys, annotator.cli; "
        f"print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that begin as copies")
def test_every_module_of_the_library_can_be_the_first_to_be_imported():
    """Much is imported only where it is used, so that any of them may be."""
    script = textwrap.dedent(
        """
        import importlib, os, pkgutil, sys
        import annotator
        folder = annotator.__path__[0] + "/library"
        for module in pkgutil.walk_packages([folder], "annotator.library."):
            child = os.fork()
            if not child:
                try:
                    importlib.import_module(module.name)
                except ImportError as error:
                    print(module.name, error)
                sys.stdout.flush()
                os._exit(0)
            os.waitpid(child, 0)
        """
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_house_rules(path):
    """No broad except, no module that is several ideas, every module says what it is."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert ast.get_docstring(tree) or not source.strip(), "a module says what it is for"
    assert source.count("\n") <= 400, "more than 400 lines are several ideas"
    for network in ("urllib.request", "QtNetwork", "QtWebEngine"):
        assert network not in source, "the program opens no network connection"
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = {n.id for n in ast.walk(node.type or node) if isinstance(n, ast.Name)}
            assert (node.type is not None and not caught & {"Exception", "BaseException"}) or (
                any(isinstance(inner, ast.Raise) for inner in node.body)
            ), f"line {node.lineno} catches everything"
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno
            assert length <= 60, f"{node.name} is {length} lines long"


def test_no_pattern_repeats_a_group_for_good():
    """Python before 3.11.5, as Debian 12 has it, takes a sign too many there: "times'" for "times"
    (CPython issue 106052)."""
    found = [
        f"{path.name}: {line.strip()}"
        for path in SOURCES
        if path.name != "tree.py"  # what is repeated is atomic itself there, and comes out right
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\)[*+?]\+", line) and re.search(r"""\br[bf]?["']""", line)
    ]
    assert found == []
