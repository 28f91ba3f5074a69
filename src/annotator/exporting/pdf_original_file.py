"""The file of an article that is a PDF, as it goes out."""

from annotator.errors import ExportFailed
from annotator.exporting.document import ExportArticle
from annotator.exporting.pdf_file import application
from annotator.exporting.pdf_original import mark_original
from annotator.exporting.pdf_original_article import marks_of
from annotator.i18n import _
from annotator.pdf import open_pdf


def handed_back(one: ExportArticle) -> bytes:
    """The article's original with its marks. Raises ``ExportFailed``, ``PasswordNeeded``."""
    application()  # notes are Markdown, which Qt reads
    data = original(one)
    with open_pdf(data, one.password) as file:
        marks = marks_of(one, file.space)
    return mark_original(data, marks, one.article, one.password)


def original(one: ExportArticle) -> bytes:
    """The bytes it was read from."""
    if one.original is None:
        raise ExportFailed(
            _("The file of “{title}” is not in the library; import it again.").format(
                title=one.article.title
            )
        )
    return one.original()
