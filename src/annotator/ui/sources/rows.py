"""A source as a row: what it is, and how much rests on it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from annotator.i18n import _, ngettext
from annotator.library.ledger import SourceUse
from annotator.model import Source, evidence_words
from annotator.ui.cards import wording

KINDS = ("web", "doi", "file", "passage", "named")
ANY, UNDATED = "", "undated"
COLUMNS = ("title", "publisher", "kind", "used", "accessed")


@dataclass(frozen=True)
class SourceRow:
    """``use`` is the source with its uses. What follows from it is found out once: rows are sorted,
    counted and compared after each edit, by the thousand."""

    use: SourceUse

    @property
    def source(self) -> Source:
        """The source itself."""
        return self.use.source

    @property
    def id(self) -> str:
        """Its id."""
        return self.use.source.id

    @cached_property
    def kind(self) -> str:
        """One of ``KINDS``."""
        source = self.use.source
        if source.annotation:
            return "passage"
        if source.file_sha256:
            return "file"
        if source.url.startswith(("https://doi.org/", "https://arxiv.org/")):
            return "doi"
        return "web" if source.url else "named"

    @cached_property
    def title(self) -> str:
        """What it is called."""
        return wording.source_title(self.source) or self.source.file_name

    @cached_property
    def undated(self) -> bool:
        """Whether a date of access is missing: of what is on the web it is to be given."""
        return self.kind in ("web", "doi") and not self.use.source.accessed

    @cached_property
    def marks(self) -> int:
        """To how many marks without a claim it was brought."""
        return len({use.annotation for use in self.use.uses if not use.claim})


def rows_of(uses: Iterable[SourceUse], known: Iterable[SourceRow]) -> list[SourceRow]:
    """Sources as rows; those that are as they were keep theirs."""
    before = {row.id: row for row in known}
    rows: list[SourceRow] = []
    for use in uses:
        row = before.get(use.source.id)
        rows.append(row if row is not None and row.use is use else SourceRow(use))
    return rows


def kind_name(kind: str) -> str:
    """What a source is, in a word."""
    names = {
        "web": _("web page"), "doi": _("paper"), "file": _("file"), "passage": _("article here"),
        "named": _("no link"),
    }  # fmt: skip
    return names[kind]


def kind_text(row: SourceRow) -> str:
    """The same of a source; one without a link is told by what it was brought as, where that was
    said: ``request for comment``."""
    types = dict.fromkeys(use.type for use in row.use.uses if use.type)
    if row.kind != "named" or not types:
        return kind_name(row.kind)
    return ", ".join(map(evidence_words.type_name, types))


def used_text(row: SourceRow) -> str:
    """``2 claims, 1 mark``."""
    claims, marks = row.use.claims, row.marks
    said = [ngettext("{n} claim", "{n} claims", claims).format(n=claims)] if claims else []
    said += [ngettext("{n} mark", "{n} marks", marks).format(n=marks)] if marks else []
    return ", ".join(said)


def cell_text(row: SourceRow, column: str) -> str:
    """What a cell says."""
    source = row.source
    match column:
        case "title":
            return row.title
        case "publisher":
            return source.publisher or (wording.host(source.url) if source.url else "")
        case "kind":
            return kind_text(row)
        case "used":
            return used_text(row)
        case _:
            return _("missing") if row.undated else wording.date_text(source.accessed) or "—"


def spoken(row: SourceRow, column: str) -> str:
    """The same for a screen reader."""
    if column == "accessed" and row.undated:
        return _("no date of access")
    return cell_text(row, column)


def titles() -> dict[str, str]:
    """The columns' titles."""
    return {
        "title": _("Source"), "publisher": _("Publisher"), "kind": _("Kind"),
        "used": _("Used for"), "accessed": _("Looked at"),
    }  # fmt: skip


def chosen(rows: Iterable[SourceRow], kind: str, words: str) -> list[SourceRow]:
    """Those of a kind (``ANY``, one of ``KINDS`` or ``UNDATED``) that have words beginning with
    each word typed."""
    typed = _words(words)
    return [row for row in rows if _is(row, kind) and _has(row, typed)]


def _is(row: SourceRow, kind: str) -> bool:
    return kind == ANY or (row.undated if kind == UNDATED else row.kind == kind)


def _has(row: SourceRow, typed: list[str]) -> bool:
    if not typed:
        return True
    source = row.source
    said = (source.title, source.author, source.publisher, source.url, source.file_name)
    labels = [use.label for use in row.use.uses if use.claim]
    there = _words(" ".join([*said, *labels]))
    return all(any(word.startswith(part) for word in there) for part in typed)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def ordered(rows: list[SourceRow], column: str, descending: bool) -> list[SourceRow]:
    """Sorted by a column, then by title."""
    by_title = sorted(rows, key=lambda row: row.title.casefold())
    return sorted(by_title, key=lambda row: _key(row, column), reverse=descending)


def _key(row: SourceRow, column: str) -> tuple[object, ...]:
    if column == "used":
        return row.use.claims, row.marks
    if column == "accessed":
        return (not row.undated, row.source.accessed)
    return (cell_text(row, column).casefold(),)
