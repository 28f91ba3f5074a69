"""Markdown: a report of the annotations, or the whole article with its marks inline."""

from collections.abc import Callable, Mapping
from pathlib import Path

from annotator.exporting import wording
from annotator.exporting.document import ExportArticle, ExportDocument, ExportOptions
from annotator.exporting.markdown import report, verdicts, whole
from annotator.exporting.markdown.pictures import with_pictures
from annotator.exporting.markdown.text import escape, link, yaml_text
from annotator.exporting.writing import Outputs
from annotator.i18n import _, ngettext

NAME = "markdown"
SUFFIX = ".md"


def write(
    document: ExportDocument,
    options: ExportOptions,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    notice: Callable[[str], None] | None = None,
) -> list[Path]:
    """Write the document to one file, pictures of areas to a folder beside it. Raises
    ``ExportFailed``. Noticed are pages that cannot be drawn."""
    document, pictures = with_pictures(document, path, notice)
    text = render(document, options, progress).encode("utf-8", "replace")
    with Outputs() as outputs:
        outputs.write(path, text)
        for place, picture in pictures.items():
            outputs.write_beside(place, picture)
    return [path, *pictures]


def render(
    document: ExportDocument,
    options: ExportOptions,
    progress: Callable[[int, int], None] | None = None,
) -> str:
    """The document as Markdown; the same text for the same document, always."""
    blocks = [_front_matter(document)]
    total = len(document.articles)
    for at, article in enumerate(document.articles):
        if progress:
            progress(at, total)
        blocks += _article(document, article, options, at + 1 if total > 1 else 0)
    blocks += report.source_list(document.articles, 1 if total > 1 else 2)
    if progress:
        progress(total, total)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _article(
    document: ExportDocument, article: ExportArticle, options: ExportOptions, place: int
) -> list[str]:
    title = escape(article.article.title)
    blocks = [f"# {title}", _origin(document, article)]
    found = verdicts.overview(article, 2)
    if options.whole:
        return [*whole.render(document, article, place, blocks[1], found), *_log(article)]
    blocks += found
    for note in article.page_notes:
        blocks += report.page_note(document, note, 2)
    if article.marks:
        blocks.append(f"## {_('Marks')}")
    for mark in article.marks:
        blocks += report.mark(document, mark, 3)
    if not article.marks and not article.page_notes:
        blocks.append(f"*{_('Nothing is marked in this article.')}*")
    return blocks + _log(article)


def _log(article: ExportArticle) -> list[str]:
    return verdicts.log(article.claims, 2)


def _origin(document: ExportDocument, article: ExportArticle) -> str:
    details = article.article.details
    address = wording.address(details.url)
    parts = [
        escape(wording.byline(details)),
        link(address, address) if address else escape(details.url),
        escape(_counts(article)),
        escape(wording.marked(document)),
    ]
    return " · ".join(part for part in parts if part)


def _counts(article: ExportArticle) -> str:
    marks = len(article.marks)
    claims = len({claim.id for mark in article.marks for claim in mark.annotation.claims})
    parts = [ngettext("{n} mark", "{n} marks", marks).format(n=marks)] if marks else []
    if claims:
        parts.append(ngettext("{n} claim", "{n} claims", claims).format(n=claims))
    return ", ".join(parts)


def _front_matter(document: ExportDocument) -> str:
    """YAML: one article's details, or a list of them."""
    if len(document.articles) == 1:
        lines = _yaml(_facts(document.articles[0]))
    else:
        lines = [f"title: {yaml_text(_('Annotated articles'))}", "articles:"]
        for article in document.articles:
            first, *rest = _yaml(_facts(article))
            lines += [f"  - {first}", *(f"    {line}" for line in rest)]
    lines += _yaml({"marked_by": document.marked_by, "marked_on": document.marked_on})
    return "\n".join(["---", *lines, "---"])


def _facts(article: ExportArticle) -> dict[str, str]:
    details = article.article.details
    return {
        "title": details.title,
        "author": "; ".join(details.authors),
        "site": details.site,
        "url": details.url,
        "published": details.published,
        "saved": details.saved,
        "sha256": article.article.sha256,
    }


def _yaml(facts: Mapping[str, str]) -> list[str]:
    return [f"{name}: {yaml_text(value)}" for name, value in facts.items()]
