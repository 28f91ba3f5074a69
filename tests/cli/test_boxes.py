"""Characters that no typeface has are told of, for they print as boxes."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.store.builders import add_article, open_library, small_article

CASES = {"zh": ("字典日本", "Noto Sans CJK"), "th": ("กขค", "Noto Sans Thai")}


def exported(folder, format, *paragraphs):
    """What an export of these paragraphs says on stderr, and its file."""
    with open_library(folder / "a.annotator") as library:
        add_article(library, small_article(paragraphs))
    out = folder / "o.pdf"
    done = subprocess.run(
        [sys.executable, "-m", "annotator", "export", str(folder / "a.annotator"), "--format",
         format, "--output", str(out)],
        env={**os.environ, "ANNOTATOR_CONFIG": str(folder)}, capture_output=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().strip() == str(out)
    return done.stderr.decode("utf-8").strip(), out


@pytest.mark.parametrize("language", CASES)
def test_a_pdf_with_boxes_says_which_and_what_to_install(tmp_path, language):
    characters, family = CASES[language]
    if shutil.which("fc-list") is None:
        pytest.skip("cannot tell which typefaces are here")
    if subprocess.run(["fc-list", f":lang={language}"], capture_output=True).stdout:
        pytest.skip("a typeface here has them")
    said, out = exported(tmp_path, "pdf", f"Before {characters} after, and {characters} again.")
    count = f"{len(characters)} different characters ("
    assert said.startswith(count) and said.count("\n") == 0
    assert all(c in said for c in characters) and f"install {family} and export again" in said
    assert out.stat().st_size > 1000


def test_text_that_has_its_typefaces_brings_no_word(tmp_path):
    said, _out = exported(
        tmp_path, "pdf", "Naïve “words” – и слова, λόγοι, 21 ½ € …\u00a0\u200d\ufe0f"
    )
    assert said == ""


def test_markdown_needs_no_typeface(tmp_path):
    assert exported(tmp_path, "markdown", "Words 字典.")[0] == ""
