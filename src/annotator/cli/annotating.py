"""``annotate``: a mark, its note, tags, claim and sources in one step."""

from pathlib import Path
from typing import Any

import click

from annotator.cli import forms
from annotator.cli.opening import open_library
from annotator.cli.options import article_argument, json_option, library_argument
from annotator.cli.passwords import Passwords, password_option
from annotator.i18n import ngettext
from annotator.library import ArticleSession
from annotator.library.annotating import MarkRequest, annotate_area, annotate_page
from annotator.library.annotating import annotate as annotate_passage
from annotator.library.quoted_passage import find_passage
from annotator.model import Annotation


class _Rectangle(click.ParamType[tuple[float, float, float, float]]):
    """Four numbers with commas between."""

    name = "rectangle"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float, float, float]:
        try:
            x, y, width, height = map(float, str(value).split(","))
        except ValueError:
            self.fail(
                f"“{value}” is no rectangle; write x,y,width,height, for example 72,90,200,40."
            )
        return (x, y, width, height)


@click.command("annotate")
@library_argument
@article_argument
@click.option("--quote", help="The words to mark; runs of white space count as one space.")
@click.option("--prefix", default="", help="Words that stand before the quote.")
@click.option("--nth", type=int, help="Which place, from 1, when the quote stands in several.")
@click.option("--page-note", is_flag=True, help="A note on the whole article.")
@click.option("--page", type=int, help="A page of a PDF, from 1, to mark an area of.")
@click.option(
    "--rect", type=_Rectangle(), metavar="X,Y,W,H",
    help="The area: points from the top left of the page as it is shown.",
)  # fmt: skip
@click.option("--colour", help="yellow (default), red, green, blue, purple, magenta, orange, grey.")
@click.option("--style", help="highlight (default) or underline.")
@click.option("--note", default="", metavar="MD", help="A note in Markdown.")
@click.option("--tag", "tags", multiple=True, help="A tag, levels joined by “/”; repeatable.")
@click.option("--source", "sources", multiple=True, metavar="URL", help="A link; repeatable.")
@click.option(
    "--claim", is_flag=False, flag_value="", metavar="[STATEMENT]",
    help="Make it a claim; the statement is the quote unless given.",
)  # fmt: skip
@click.option("--kind", help="The claim's kind: number, quote, fact…")
@click.option("--claimant", help="Who says so; “the article” for the article itself.")
@click.option("--claimed", metavar="DATE", help="When it was said: 2026-05-12, 2026-05…")
@click.option("--verdict", help="A verdict of the scale in use: True, Mostly true, Half true…")
@click.option("--private", is_flag=True, help="Never handed in unless asked for.")
@password_option
@json_option
def annotate(
    library: Path,
    article: str,
    quote: str | None,
    prefix: str,
    nth: int | None,
    page_note: bool,
    page: int | None,
    rect: tuple[float, float, float, float] | None,
    password_file: Path | None,
    as_json: bool,
    **request: Any,
) -> None:
    """Mark words of ARTICLE (--quote) or an area of a page, or write a --page-note."""
    if (page is None) != (rect is None):
        raise click.UsageError("An area needs both --page and --rect.")
    if [quote is not None, page_note, page is not None].count(True) != 1:
        raise click.UsageError(
            "Give the words to mark with --quote, an area with --page and --rect, or --page-note."
        )
    wanted = MarkRequest(**request)
    passwords = Passwords(password_file, silent=as_json)
    with open_library(library) as opened:
        session = opened.session(opened.find_article(article))
        if page is not None or password_file is not None:
            passwords.unlock(session)
        if page is not None and rect is not None:
            made = annotate_area(session, page - 1, rect, wanted)
        elif quote is None:
            made = annotate_page(session, wanted)
        else:
            made = _on_passage(session, quote, prefix, nth, wanted)
        if as_json:
            forms.print_json(forms.annotation(session, made))


def _on_passage(
    session: ArticleSession, quote: str, prefix: str, nth: int | None, request: MarkRequest
) -> Annotation:
    start, end, places = find_passage(session, quote, prefix, nth)
    made = annotate_passage(session, start, end, request)
    if places > 1 and nth is None:
        click.echo(
            ngettext(
                "These words stand in the article {count} time; --nth chooses another.",
                "These words stand in the article {count} times; --nth chooses another.",
                places,
            ).format(count=places),
            err=True,
        )
    return made
