"""The commands that ``docs/fact-checking.md`` ends with do what the page says."""

import json
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def commands():
    page = (ROOT / "docs" / "fact-checking.md").read_text(encoding="utf-8")
    block = page.split("```sh\n")[1].split("```")[0]
    return [shlex.split(line)[1:] for line in block.replace("\\\n", " ").splitlines()]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder with the samples where the page says they are."""
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_commands_of_the_page_lead_to_what_it_promises(run, folder):
    said = {}
    for name, *arguments in commands():
        said[name] = run(name, *arguments)[0]
    assert "38 percent" in said["spot"] and "Mara Lindqvist" in said["voice"]
    assert "Mostly false" in said["claims"]
    assert "one origin only" in said["review"]
    page = (folder / "check.html").read_text(encoding="utf-8")
    for words in ("Mostly false", "a fall of 21 percent", "press office", "no answer"):
        assert words in page
    (review,) = json.loads((folder / "check.json").read_text(encoding="utf-8"))
    assert review["reviewRating"]["ratingValue"] == 2
