"""Fixtures for every test."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real saved articles beside the project; the test is skipped without it."""
    folder = Path(__file__).parents[2] / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("needs the folder of real saved articles")
    return folder
