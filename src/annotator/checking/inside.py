"""The inside check: what headline, standfirst, captions, body and stored sources say of the same
things, side by side, and where they differ. Rules, offline, never a verdict."""

from collections.abc import Sequence

from annotator.checking.lined_dates import lined_dates
from annotator.checking.lined_deeds import lined_deeds
from annotator.checking.lined_figures import lined_figures
from annotator.checking.lined_names import lined_names
from annotator.checking.lined_quotations import lined_quotations
from annotator.checking.parts import Side, article_side, source_side
from annotator.checking.rows import Mention, Row
from annotator.model import Article

__all__ = ["Mention", "Row", "inside_check"]


def inside_check(article: Article, others: Sequence[tuple[str, Article | str]] = ()) -> list[Row]:
    """Numbers, dates, names and quotations lined up by what they speak of.

    ``others`` are stored sources: what to call each, and its text. Rows with a difference come
    first, each group in the order of the article. A row has more than one mention, but where a
    difference is that nothing stands beside it.
    """
    sides: list[Side] = [article_side(article)]
    sides += [source_side(label, source) for label, source in others]
    rows = [
        row
        for lined in (lined_figures, lined_deeds, lined_quotations, lined_names, lined_dates)
        for row in lined(sides)
    ]
    return sorted(_once(rows), key=lambda row: (not row.difference, _place(row)))


def _once(rows: Sequence[Row]) -> list[Row]:
    """Each set of passages once: a quotation may be a number, too."""
    seen: dict[tuple[str, tuple[tuple[str, str, int, int], ...]], Row] = {}
    for row in rows:
        places = tuple((m.part, m.label, m.start, m.end) for m in row.mentions)
        seen.setdefault((row.difference, places), row)
    return list(seen.values())


def _place(row: Row) -> int:
    own = [mention.start for mention in row.mentions if mention.part != "source"]
    return min(own, default=0)
