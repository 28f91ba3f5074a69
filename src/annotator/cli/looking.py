"""``list``, ``show``, ``search``, ``check``: what is in a library."""

from pathlib import Path

import click

from annotator.cli import forms
from annotator.cli.opening import open_library
from annotator.cli.options import article_argument, json_option, library_argument
from annotator.cli.table import table
from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.model import Annotation
from annotator.store import HIT_END, HIT_START


@click.command("list")
@library_argument
@json_option
def list_(library: Path, as_json: bool) -> None:
    """List the articles of LIBRARY."""
    with open_library(library) as opened:
        rows = opened.articles()
    if as_json:
        forms.print_json([forms.article_row(row) for row in rows])
        return
    shown = [
        (r.id[:8], r.title, r.site, r.published[:10], str(r.annotations),
         f"{r.claims_done}/{r.claims}")
        for r in rows
    ]  # fmt: skip
    headers = [_("id"), _("title"), _("site"), _("published"), _("notes"), _("claims done")]
    click.echo(table(headers, shown, widest=(0, 48, 24, 0, 0, 0), right=4))


@click.command("show")
@library_argument
@article_argument
@json_option
def show(library: Path, article: str, as_json: bool) -> None:
    """Show ARTICLE with its annotations; with --json its text, blocks and anchors, too."""
    with open_library(library) as opened:
        session = opened.session(opened.find_article(article))
        if as_json:
            forms.print_json(forms.article(session))
        else:
            _show(session)


def _show(session: ArticleSession) -> None:
    details = session.article.details
    click.secho(details.title, bold=True)
    known = [*details.authors, details.site, details.published[:10], details.url]
    click.echo(" · ".join(filter(None, known)))
    for annotation in session.annotations():
        click.echo()
        _show_annotation(session, annotation)


def _show_annotation(session: ArticleSession, annotation: Annotation) -> None:
    number = session.number(annotation.id)
    head = [str(number) if number else _("private") if annotation.private else _("page note")]
    head += filter(None, [session.locator(annotation.id)])
    state = session.anchor(annotation.id).state
    head += [str(state)] if state != "exact" else []
    click.echo("  ".join([*head, annotation.colour, *(f"#{tag}" for tag in annotation.tags)]))
    for line in filter(None, (annotation.quote, annotation.note)):
        click.echo(f"    {' '.join(line.split())}")
    for claim in annotation.claims:
        verdict = claim.verdict.name if claim.verdict else _("to check")
        click.echo(f"    {claim.label} {verdict}: {claim.statement}")
    for said in (*annotation.comments, *(said for c in annotation.claims for said in c.comments)):
        click.echo(f"    {said.author_name or _('somebody')}: {' '.join(said.text.split())}")
    for entry in (*annotation.sources, *(e for c in annotation.claims for e in c.evidence)):
        click.echo(f"    {entry.stance}: {entry.source.label}")


@click.command("search")
@library_argument
@click.argument("query")
@json_option
def search(library: Path, query: str, as_json: bool) -> None:
    """Find QUERY in titles, texts, notes, comments, tags, claims and sources."""
    with open_library(library) as opened:
        hits = opened.search(query, limit=200)
    plain = str.maketrans("", "", HIT_START + HIT_END)
    if as_json:
        forms.print_json(
            [
                {"article": h.article, "annotation": h.annotation, "field": h.field,
                 "snippet": h.snippet.translate(plain)}
                for h in hits
            ]
        )  # fmt: skip
        return
    for hit in hits:
        click.echo(f"{hit.article[:8]}  {hit.title}")
        shown = hit.snippet.replace(HIT_START, "\x1b[1m").replace(HIT_END, "\x1b[0m")
        click.echo(f"    {hit.field}: {shown}")
    if not hits:
        click.echo(_("Nothing was found."), err=True)


@click.command("check")
@library_argument
def check(library: Path) -> int:
    """Check that LIBRARY is whole; exit 1 when something is wrong."""
    with open_library(library) as opened:
        found = opened.check()
    for problem in found:
        click.echo(problem)
    if not found:
        click.echo(_("The library is sound."))
    return 1 if found else 0
