"""``pack``: what a teacher or an editor hands out, and takes in."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from annotator.cli.opening import open_library
from annotator.cli.options import library_argument
from annotator.cli.progress import tell
from annotator.errors import InvalidValue
from annotator.i18n import _, ngettext
from annotator.library import Library
from annotator.library.packs.applying import PackReport
from annotator.library.packs.file import read
from annotator.library.packs.making import QUESTIONS
from annotator.library.values import one_of

_file = click.argument("file", type=click.Path(path_type=Path, readable=False))


@click.group("pack")
def pack() -> None:
    """Hand out an assignment's articles, questions, scale, tags and rules in one file."""


@pack.command("export")
@library_argument
@_file
@click.option("--name", default="", help="What the pack is called.")
@click.option("--article", "articles", multiple=True, help="An article; repeatable. Else all.")
@click.option("--no-articles", is_flag=True, help="Rules, scale, tags and colours alone.")
@click.option(
    "--questions", default=QUESTIONS, show_default=True, metavar="TAG",
    help="The notes of marks with this tag go along as questions.",
)  # fmt: skip
@click.option("--sources", type=int, help="The least number of sources a claim.")
@click.option("--origins", type=int, help="The least number of independent origins a claim.")
@click.option("--claims", type=int, help="The least number of claims an article.")
@click.option("--tag", "tags", multiple=True, help="A tag that is to be used; repeatable.")
@click.option(
    "--other-person/--any-person", "other_person", default=None,
    help="Whether somebody else than who gave a verdict has to approve it.",
)  # fmt: skip
@click.option("--scale", help="The scale to use, by its name.")
def export(
    library: Path, file: Path, name: str, articles: tuple[str, ...], no_articles: bool,
    questions: str, scale: str | None, tags: tuple[str, ...], **rules: int | None,
) -> None:  # fmt: skip
    """Write FILE from LIBRARY. Rules and scale that are given are kept in LIBRARY, too."""
    from annotator.exporting.writing import refuse_libraries

    if articles and no_articles:
        raise click.UsageError(_("Choose --article or --no-articles."))
    refuse_libraries(file)  # before rules and scale are kept
    with open_library(library) as opened:
        asked: dict[str, Any] = {key: n for key, n in rules.items() if n is not None}
        if tags:
            asked["tags"] = tags
        with opened.store.write(_("pack")):  # all of it or nothing, and one step to undo
            if asked:
                opened.review.ask_for(replace(opened.review.minimum, **asked))
            if scale:
                _choose(opened, _scale(opened, scale))
            chosen = [opened.find_article(article) for article in articles] or None
            taken = [] if no_articles else chosen
            written = opened.packs.export(file, name, taken, questions)
        _say_left(opened.packs.without_passage(taken, questions))
    click.echo(str(written))


def _say_left(count: int) -> None:
    if count:
        tell(
            ngettext(
                "{count} question is on no passage and stays here; mark the words it is about.",
                "{count} questions are on no passage and stay here; mark the words they are about.",
                count,
            ).format(count=count)
        )


def _scale(library: Library, name: str) -> str:
    """The id of the scale of that name. Raises ``InvalidValue``."""
    by_name = {scale.name: scale.id for scale in library.scales.all()}
    return by_name[one_of(_("scale"), name, tuple(by_name))]


def _choose(library: Library, scale: str) -> None:
    """Use a scale. Raises ``InvalidValue`` where verdicts of another one were given."""
    kept = library.scales.unmapped(scale)
    if kept:
        raise InvalidValue(kept)
    library.scales.choose(scale)


@pack.command("apply")
@library_argument
@_file
def apply(library: Path, file: Path) -> None:
    """Take FILE into LIBRARY, which is made if need be; what is there already stays."""
    given = read(file)  # before a library is made for it
    with open_library(library, create=True) as opened:
        report = opened.packs.apply(given)
    _say(report)


def _say(report: PackReport) -> None:
    articles = ngettext("{count} article", "{count} articles", report.articles)
    questions = ngettext("{count} question", "{count} questions", report.questions)
    click.echo(
        _("{name}: {articles} and {questions} added.").format(
            name=report.name, articles=articles.format(count=report.articles),
            questions=questions.format(count=report.questions),
        )
    )  # fmt: skip
    for sentence in report.refused:
        tell(sentence)
