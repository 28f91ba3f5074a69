"""The article that the desk is tried on, taken apart: which claims stand where.

``dump_claims.json`` says of each its kind, start and end (code points of the article's text), and
the SHA-256 of the file; the article itself is not ours to keep here.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

FIXTURE = Path(__file__).with_name("dump_claims.json")
NAME = "news-article-dump.txt"
OPINION, PICTURE, HEADLINE = "opinion", "picture", "headline"


@dataclass(frozen=True)
class SeedClaim:
    """A claim's kind and its passage."""

    kind: str
    start: int
    end: int


def claims():
    """The claims of the article in the order of their passages."""
    return [SeedClaim(**claim) for claim in json.loads(FIXTURE.read_text())["claims"]]


def article(samples):
    """The article's file; the test is skipped where it is not the one that was taken apart."""
    path = samples / "txt" / NAME
    if not path.is_file():
        pytest.skip("needs the article that was taken apart")
    known = json.loads(FIXTURE.read_text())["sha256"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == known
    return path


SETTLEMENT = """# What the city agreed to pay

City law office, 14 December 2024

The city agreed to pay up to $92.5 million to people it had held for federal immigration officers
after they were due for release. More than 20,000 people can ask for a share. The court approved the
agreement in November; nothing has been paid so far.
"""
STATEMENT = """# Detainers: a paper of our association

An association of sheriffs, May 2024

Sheriffs are asked to hold people without a warrant signed by a judge. Our members say this makes
victims and witnesses slower to call. We have no figures on how far trust in law enforcement has
changed.
"""
"""Two short articles written for the tests, as sources."""
