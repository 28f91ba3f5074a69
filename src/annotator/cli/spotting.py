"""``spot``: which sentences of an article are worth a look."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.forms import print_json
from annotator.cli.opening import open_library
from annotator.cli.options import article_argument, json_option, library_argument
from annotator.cli.table import table
from annotator.i18n import _, ngettext

if TYPE_CHECKING:
    from annotator.spotting import Suggestion


@click.command("spot")
@library_argument
@article_argument
@json_option
def spot(library: Path, article: str, as_json: bool) -> None:
    """List the sentences of ARTICLE that are worth a look, and why."""
    from annotator.spotting import spot as spotted

    with open_library(library) as opened:
        read = opened.session(opened.find_article(article)).article
    found = spotted(read)
    if as_json:
        print_json([_form(each) for each in found])
        return
    offered = [each for each in found if each.offered]
    rows = [
        (" ".join(read.text[each.start : each.end].split()), ", ".join(each.reasons),
         f"{each.score:.2f}")
        for each in offered
    ]  # fmt: skip
    headers = [_("worth a look"), _("why"), _("score")]
    if rows:
        click.echo(table(headers, rows, widest=(64, 24, 0), right=2))
    said = ngettext("{offered} of {count} sentence.", "{offered} of {count} sentences.", len(found))
    click.echo(said.format(offered=len(offered), count=len(found)), err=True)


def _form(each: "Suggestion") -> dict[str, Any]:
    return {
        "start": each.start, "end": each.end, "score": each.score, "reasons": list(each.reasons),
        "offered": each.offered,
    }  # fmt: skip
