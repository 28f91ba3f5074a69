"""``export``: articles with their annotations, to hand over."""

from pathlib import Path

import click
from click.core import ParameterSource

from annotator.cli.opening import open_library
from annotator.cli.options import library_argument
from annotator.cli.passwords import Passwords, password_option
from annotator.cli.progress import Progress, tell
from annotator.errors import NotFound
from annotator.exporting.document import ExportOptions, Review
from annotator.i18n import _
from annotator.library import Library, values

_COVER = ("name", "course", "date")
_REVIEW = ("reviewer", "review_url", "review_date")
_PDF, _PAGES = ("pdf",), ("factcheck", "factcheck-md")
_ONLY = {
    "whole": ("markdown", *_PAGES),
    "joined": _PDF, "paper": _PDF, "notes_pages": _PDF, "margin": _PDF,
    **dict.fromkeys(_COVER, _PDF),
    **dict.fromkeys(_REVIEW, (*_PAGES, "claimreview")),
    "incomplete": ("claimreview",),
}  # fmt: skip
"""The formats that know an option, where not all do."""


@click.command("export")
@library_argument
@click.option("--article", "articles", multiple=True, help="An article; repeatable.")
@click.option("--collection", help="The articles of a collection, by its name.")
@click.option(
    "--format",
    "format_",
    required=True,
    help="markdown, pdf, factcheck, factcheck-md or claimreview.",
)
@click.option(
    "--output", required=True, type=click.Path(path_type=Path),
    help="The file to write, taken as given; a folder for several PDFs.",
)  # fmt: skip
@click.option("--joined", is_flag=True, help="Several articles in one PDF with a cover.")
@click.option("--name", default="", help="Whose work it is, for the cover.")
@click.option("--course", default="", help="The course, for the cover.")
@click.option("--date", default="", help="The date, for the cover.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@click.option(
    "--whole", is_flag=True,
    help="Markdown: the whole article, notes as footnotes; fact-checks: its text, too.",
)  # fmt: skip
@click.option("--notes-pages", is_flag=True, help="PDFs: notes, claims and sources behind them.")
@click.option("--margin", is_flag=True, help="PDFs: notes in a margin beside the pages.")
@click.option("--reviewer", default="", help="Fact-checks, ClaimReview: who publishes them.")
@click.option("--review-url", default="", help="Fact-checks, ClaimReview: where; never invented.")
@click.option("--review-date", default="", help="Fact-checks, ClaimReview: when, as 2026-05-12.")
@click.option("--incomplete", is_flag=True, help="ClaimReview: write what lacks something, too.")
@click.option("--private", is_flag=True, help="Take private marks and evidence along.")
@password_option
@click.pass_context
def export(
    context: click.Context,
    library: Path,
    articles: tuple[str, ...],
    collection: str | None,
    format_: str,
    output: Path,
    private: bool,
    password_file: Path | None,
    notes_pages: bool,
    margin: bool,
    joined: bool,
    name: str,
    course: str,
    date: str,
    paper: str,
    whole: bool,
    reviewer: str,
    review_url: str,
    review_date: str,
    incomplete: bool,
) -> None:
    """Write articles of LIBRARY with their annotations: those given, a collection, or all."""
    _check_options(context, format_)
    if notes_pages and margin:
        raise click.UsageError(_("Choose --notes-pages or --margin; a PDF has one of them."))
    originals = "notes" if notes_pages else "margin" if margin else "plain"
    address, day = values.web_page(review_url), values.date(review_date)
    review = Review(reviewer.strip(), address, day)
    options = ExportOptions(whole, joined, name, course, date, paper, originals, review, incomplete)
    with open_library(library) as opened:
        chosen = _chosen(opened, articles, collection)
        _unlock(opened, chosen, Passwords(password_file))
        said: dict[str, None] = {}  # in order, each once
        written = opened.export(
            chosen,
            format_,
            output,
            options,
            private,
            Progress(),
            lambda text: said.update({text: None}),
        )
    for path in written:
        click.echo(str(path))
    for sentence in said:
        tell(sentence)


def _unlock(library: Library, chosen: list[str] | None, passwords: Passwords) -> None:
    for row in library.articles(chosen):
        if row.format == "pdf":
            passwords.unlock(library.session(row.id))


def _check_options(context: click.Context, format_: str) -> None:
    """Refuse what would have no effect. A format that is none is said elsewhere."""
    given = {
        parameter.name or "": parameter.opts[0]
        for parameter in context.command.params
        if context.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE
    }
    for name, option in given.items():
        if sentence := _without_effect(name, format_.strip().casefold(), "joined" in given):
            raise click.UsageError(sentence.format(option=option), context)


def _without_effect(name: str, format_: str, joined: bool) -> str:
    """What is wrong with an option here; ``""`` where nothing is."""
    known, formats = _ONLY.get(name, (format_,)), {f for some in _ONLY.values() for f in some}
    if format_ in formats and format_ not in known:
        return _("{option} goes with --format {format} only.").replace("{format}", ", ".join(known))
    if name in _COVER and not joined:
        return _("{option} stands on the cover, which --joined makes; give that, too.")
    return ""


def _chosen(
    library: Library, articles: tuple[str, ...], collection: str | None
) -> list[str] | None:
    if not articles and collection is None:
        return None
    chosen = [library.find_article(article) for article in articles]
    if collection is not None:
        inside = library.articles_in(_collection(library, collection))
        chosen += [row.id for row in library.articles() if row.id in inside]
    return list(dict.fromkeys(chosen))


def _collection(library: Library, name: str) -> str:
    for collection in library.collections():
        if name in (collection.id, collection.name):
            return collection.id
    raise NotFound(_("There is no collection called “{name}”.").format(name=name))
