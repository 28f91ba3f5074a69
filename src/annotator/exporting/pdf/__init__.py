"""Annotated PDF. Setting and painting lie in the ``pdf_*`` modules, imported when called: they need
Qt, which nothing else here does."""

from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.errors import ExportFailed, InvalidValue
from annotator.exporting.document import ExportArticle, ExportDocument, ExportOptions
from annotator.exporting.names import file_names
from annotator.exporting.writing import Outputs, folder
from annotator.i18n import _

NAME = "pdf"
SUFFIX = ".pdf"
PAPERS = ("a4", "letter")
_MOST = 5_000_000
"""Code points that are set in one file: two thousand pages, for which Qt needs 1 GB."""
_STEPS = 100  # of progress for each file


def write(
    document: ExportDocument,
    options: ExportOptions,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
    notice: Callable[[str], None] | None = None,
) -> list[Path]:
    """Write the document: one article to ``path``, several to files in the folder ``path``, or
    joined to one. Raises ``ExportFailed``."""
    if options.paper not in PAPERS:
        raise InvalidValue(
            _("“{value}” is no paper; choose one of: {names}.").format(
                value=options.paper, names=", ".join(PAPERS)
            )
        )
    if options.originals != "plain" and not any(_is_pdf(one) for one in document.articles):
        raise InvalidValue(
            _(
                "Notes pages and margins are for PDFs, and none of these articles is one; leave "
                "them out."
            )
        )
    if len(document.articles) == 1 or options.joined:
        groups = [(path, document.articles)]
    else:
        names = file_names((one.article.title for one in document.articles), SUFFIX)
        place = folder(path)
        groups = [(place / n, (one,)) for n, one in zip(names, document.articles, strict=True)]
    with Outputs() as outputs:
        temporary = [outputs.file(target) for target, _articles in groups]
        for at, (_target, articles) in enumerate(groups):
            told = _part(progress, at, len(groups))
            temporary[at].write_bytes(_file(document, articles, options, told, notice))
    return [target for target, _articles in groups]


def _file(
    document: ExportDocument,
    articles: Sequence[ExportArticle],
    options: ExportOptions,
    progress: Callable[[int, int], None],
    notice: Callable[[str], None] | None,
) -> bytes:
    """The bytes of one file: an original with its marks, pages set here, or both joined."""
    _refuse_long([one for one in articles if not _is_pdf(one)])
    if any(_is_pdf(one) for one in articles):
        from annotator.exporting.original.file import handed_back
        from annotator.exporting.original.joined import joined

        if not options.joined:
            data = handed_back(articles[0], options, notice)
            progress(1, 1)
            return data
        return joined(document, articles, options, progress, notice)
    from annotator.exporting.pdf.file import pdf

    return pdf(document, articles, options, progress, notice)


def _refuse_long(set_here: Sequence[ExportArticle]) -> None:
    if sum(len(one.article.text) for one in set_here) <= _MOST:
        return
    longest = max(set_here, key=lambda one: len(one.article.text))
    if len(set_here) == 1 or len(longest.article.text) > _MOST:
        sentence = _("“{title}” is too long for a PDF; hand it in as Markdown.")
        raise ExportFailed(sentence.format(title=longest.article.title))
    raise ExportFailed(
        _("These articles are too long for one PDF; hand in fewer of them, or each by itself.")
    )


def _is_pdf(one: ExportArticle) -> bool:
    return one.article.format == "pdf"


def _part(
    progress: Callable[[int, int], None] | None, at: int, files: int
) -> Callable[[int, int], None]:
    """Progress of one file as progress of all."""

    def told(done: int, total: int) -> None:
        if progress:
            progress(at * _STEPS + done * _STEPS // max(1, total), files * _STEPS)

    return told
