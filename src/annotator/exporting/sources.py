"""Every source of an export once, with what it is used for."""

from collections.abc import Iterable, Iterator

from annotator.exporting import wording
from annotator.exporting.document import ExportArticle
from annotator.model import Evidence, Source


def listed(articles: Iterable[ExportArticle]) -> list[tuple[Source, list[str]]]:
    """The sources in the order they are first used, each with the numbers of the marks and claims
    it is used for. What leads to the same link is one source."""
    found: dict[str, tuple[Source, list[str]]] = {}
    for article in articles:
        for label, evidence in _uses(article):
            source = evidence.source
            entry = found.setdefault(source.url or source.id, (source, []))
            if label and label not in entry[1]:
                entry[1].append(label)
    return list(found.values())


def _uses(article: ExportArticle) -> Iterator[tuple[str, Evidence]]:
    holders = [("", annotation) for annotation in article.page_notes]
    holders += [(wording.number(mark), mark.annotation) for mark in article.marks]
    for label, annotation in holders:
        yield from ((label, one) for one in annotation.sources)
        for claim in annotation.claims:
            yield from ((claim.label, one) for one in claim.evidence)
