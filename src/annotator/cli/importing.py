"""``import`` and ``set``: articles into the library, and what is known of them."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from annotator import progress as told
from annotator.cli.forms import print_json
from annotator.cli.opening import open_library
from annotator.cli.options import article_argument, json_option, library_argument
from annotator.cli.passwords import Passwords, password_option
from annotator.cli.progress import Progress, tell
from annotator.errors import InvalidValue
from annotator.i18n import _, ngettext
from annotator.library import ImportReport, Library
from annotator.library.importing import files_in


@click.command("import")
@library_argument
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@password_option
@click.option(
    "--accept", is_flag=True,
    help="Take in what others changed in returned copies, all but deletions.",
)  # fmt: skip
@json_option
def import_(
    library: Path, files: tuple[Path, ...], password_file: Path | None, accept: bool, as_json: bool
) -> int:
    """Read saved articles (files or folders) into LIBRARY, which is made if need be."""
    passwords = Passwords(password_file, silent=as_json)
    paths = list(files_in(files))
    progress = Progress()
    reports: list[ImportReport] = []
    with open_library(library, create=True) as opened:
        for path in paths:
            progress(len(reports), len(paths))
            reports.append(_add(opened, path, passwords, accept))
    progress(len(paths), len(paths))
    if as_json:
        print_json([_form(report) for report in reports])
    else:
        for report in reports:
            _say(report)
        if not reports:
            click.echo(_("There is nothing in this folder that Annotator reads."), err=True)
    return 1 if all(report.status == "refused" for report in reports) else 0


def _add(library: Library, path: Path, passwords: Passwords, accept: bool) -> ImportReport:
    report, password = library.add(path), None
    for password in passwords.tried(path.name) if report.locked else ():
        report = library.add(path, password)
        if not report.locked:
            break
    if report.returned:
        return _returned(library, report, password, accept)
    return _scanned(library, report)


def _scanned(library: Library, report: ImportReport) -> ImportReport:
    """The report of pages without text, which says what to do with them; the window that started
    this shows how itself."""
    if os.environ.get(told.VARIABLE) or report.status != "imported" or report.article is None:
        return report
    if not library.article(report.article).is_scan:
        return report
    sentence = _("“{title}” has no text; mark areas of its pages with --page and --rect.")
    return replace(report, message=sentence.format(title=report.title))


def _returned(
    library: Library, report: ImportReport, password: str | None, accept: bool
) -> ImportReport:
    """The report of a returned copy, whose changes are taken in where that is wanted."""
    copy = library.returned(Path(report.file), password)
    if copy is None or not copy.changes:
        return replace(report, message=f"{report.message}.")
    if not accept:
        advice = _("{what}; review them in the window, or take them in with --accept.")
        return replace(report, message=advice.format(what=report.message))
    library.accept(copy.additions)
    left = len(copy.changes) - len(copy.additions)
    sentence = _("{what}, taken in.")
    if left:
        sentence = ngettext(
            "{what}, taken in but for {n} deletion.",
            "{what}, taken in but for {n} deletions.",
            left,
        )
    return replace(report, message=sentence.format(what=report.message, n=left))


def _form(report: ImportReport) -> dict[str, Any]:
    return {
        "file": report.file, "status": report.status, "article": report.article,
        "title": report.title, "message": report.message,
    }  # fmt: skip


def _say(report: ImportReport) -> None:
    match report.status:
        case "imported":
            click.echo(_("Added: {title}").format(title=report.title))
            if report.message:
                tell(report.message)
        case "already":
            here = _("Already here: {title}").format(title=report.title)
            click.echo(report.message or here)
        case _other:
            name = Path(report.file).name
            said = report.message
            click.echo(said if name in said else f"{name}: {said}", err=True)


@click.command("set")
@library_argument
@article_argument
@click.option("--title", help="Its title.")
@click.option("--author", "authors", multiple=True, help="An author; give it once for each.")
@click.option("--site", help="The paper, journal or website it stood in.")
@click.option("--url", help="Where it stood.")
@click.option("--published", metavar="DATE", help="When it was published: 2026-05-12, 2026-05…")
@click.option("--saved", metavar="DATE", help="When it was saved.")
@click.option("--type", "type", help="What it is: news, paper, blog…")
@click.option("--doi", help="Its DOI.")
@click.option(
    "--verdict", help="What was found about it as a whole: a verdict of the scale in use; empty"
    " takes it back.",
)  # fmt: skip
@click.option("--summary", metavar="MD", help="What was found, in Markdown.")
@click.option("--why", metavar="LINE", help="Why the verdict is another one: goes into the trail.")
def set_(
    library: Path, article: str, authors: tuple[str, ...], verdict: str | None,
    summary: str | None, why: str | None, **details: str | None,
) -> None:  # fmt: skip
    """Set what is known of ARTICLE: only what is given changes."""
    fields: dict[str, Any] = {name: text for name, text in details.items() if text is not None}
    if authors:
        fields["authors"] = authors
    found = verdict is not None or summary is not None
    if why is not None and verdict is None:
        raise click.UsageError("--why goes with --verdict.")
    if not fields and not found:
        raise InvalidValue(_("Say what to set, for example --author “Ines Calder”."))
    with open_library(library) as opened:
        id = opened.find_article(article)
        with opened.batch(_("details")):  # all of it or nothing, and one step to undo
            if fields:
                opened.set_details(id, **fields)
            if found:
                opened.article_verdicts.give(id, verdict, summary, why=why or "")
