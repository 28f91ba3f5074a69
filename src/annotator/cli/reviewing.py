"""``review``: what is still open before something is handed in."""

from pathlib import Path
from typing import Any

import click

from annotator.cli.forms import print_json
from annotator.cli.opening import open_library
from annotator.cli.options import json_option, library_argument
from annotator.i18n import _, ngettext
from annotator.library.review.line import Line


@click.command("review")
@library_argument
@click.option("--article", help="One article alone; else the whole library.")
@click.option("--strict", is_flag=True, help="Exit with 1 when a line is open.")
@json_option
def review(library: Path, article: str | None, strict: bool, as_json: bool) -> int:
    """List what is still open in LIBRARY before it is handed in."""
    with open_library(library) as opened:
        lines = opened.review.lines(opened.find_article(article) if article else None)
        titles = {row.id: row.title for row in opened.articles()}
    if as_json:
        print_json([_form(line) for line in lines])
    else:
        _say(lines, titles)
    return 1 if strict and lines else 0


def _say(lines: list[Line], titles: dict[str, str]) -> None:
    for line in lines:
        where = titles.get(line.article, "")
        at = f"  ({where})" if where and where not in line.message else ""
        click.echo(f"{line.rule:<16}{line.message}{at}")
    if lines:
        said = ngettext("{count} line is open.", "{count} lines are open.", len(lines))
        click.echo(said.format(count=len(lines)), err=True)
    else:
        click.echo(_("Nothing is open."))


def _form(line: Line) -> dict[str, Any]:
    return {
        "rule": line.rule, "article": line.article or None, "annotation": line.annotation or None,
        "claim": line.claim or None, "evidence": line.evidence or None, "message": line.message,
    }  # fmt: skip
