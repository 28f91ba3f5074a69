"""``inside`` and ``voice``: what an article says differently, and who says what in it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.forms import print_json
from annotator.cli.opening import open_library
from annotator.cli.options import article_argument, json_option, library_argument
from annotator.cli.progress import tell
from annotator.cli.table import table
from annotator.i18n import _, ngettext

if TYPE_CHECKING:
    from annotator.library.inspecting.found import InsideRow, Voiced, VoiceTally


@click.command("inside")
@library_argument
@article_argument
@json_option
def inside(library: Path, article: str, as_json: bool) -> None:
    """Line up what ARTICLE and its stored sources say of the same things. Never a verdict."""
    with open_library(library) as opened:
        id = opened.find_article(article)
        rows, limits = opened.inspecting.inside(id), opened.inspecting.limits(id)
    if as_json:
        print_json([_row_form(row) for row in rows])
        return
    differing = [row for row in rows if row.row.difference]
    for found in differing:
        click.echo(f"{found.row.difference:<10}{found.row.suggestion or found.row.topic}")
    said = ngettext(
        "{count} thing is said differently.", "{count} things are said differently.",
        len(differing),
    )  # fmt: skip
    click.echo(said.format(count=len(differing)), err=True)
    if limits:
        tell(limits)


def _row_form(found: "InsideRow") -> dict[str, Any]:
    row = found.row
    mentions = [
        {"part": one.part, "label": one.label, "article": article or None, "start": one.start,
         "end": one.end, "text": one.text, "cue": one.cue}
        for one, article in zip(row.mentions, found.sources, strict=True)
    ]  # fmt: skip
    return {
        "topic": row.topic, "difference": row.difference, "kind": row.kind,
        "suggestion": row.suggestion, "state": found.state, "claim": found.claim or None,
        "mentions": mentions,
    }  # fmt: skip


@click.command("voice")
@library_argument
@article_argument
@json_option
def voice(library: Path, article: str, as_json: bool) -> None:
    """Say whose voice each sentence of ARTICLE is in: its own, a named source's, another's."""
    from annotator.library.inspecting.inspecting import tally

    with open_library(library) as opened:
        id = opened.find_article(article)
        read, voiced = opened.session(id).article, opened.inspecting.voices(id)
        limits = opened.inspecting.limits(id)
    counts = tally(voiced)
    if as_json:
        print_json(
            {**_counts(counts), "limits": limits, "list": [_voice_form(one) for one in voiced]}
        )
        return
    rows = [
        (" ".join(read.text[one.sentence.start : one.sentence.end].split()), one.sentence.voice,
         one.sentence.source)
        for one in voiced
        if one.sentence.voice != "own"
    ]  # fmt: skip
    if rows:
        headers = [_("sentence"), _("voice"), _("said by")]
        click.echo(table(headers, rows, widest=(64, 0, 28), right=3))
    said = ngettext(
        "{count} sentence, {named} with a named source, {linked} linked.",
        "{count} sentences, {named} with a named source, {linked} linked.", counts.sentences,
    )  # fmt: skip
    click.echo(
        said.format(count=counts.sentences, named=counts.with_named_source, linked=counts.linked),
        err=True,
    )
    if limits:
        tell(limits)


def _counts(counts: "VoiceTally") -> dict[str, Any]:
    return {
        "sentences": counts.sentences, "own": counts.own, "named": counts.named,
        "unnamed": counts.unnamed, "quoted": counts.quoted,
        "with_named_source": counts.with_named_source, "linked": counts.linked,
    }  # fmt: skip


def _voice_form(one: "Voiced") -> dict[str, Any]:
    said = one.sentence
    return {
        "start": said.start, "end": said.end, "voice": said.voice, "source": said.source,
        "named": said.named, "linked": one.linked,
    }  # fmt: skip
