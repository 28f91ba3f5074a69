"""The commands of the second article as data; this is all of it that a start reads."""

from annotator.i18n import _
from annotator.ui.actions import ActionSpec as Spec

SCOPE = "beside"


def article() -> tuple[Spec, ...]:
    """Opening and closing it, in the menu *Article*."""
    group = "beside"
    return (
        Spec("article.beside", _("Open an article beside this one…"), "article", group, "rows-2",
             ("Ctrl+Shift+B",), enabled_when="article"),
        Spec("article.close_beside", _("Close the second article"), "article", group, "x",
             (), "window", "beside"),
        Spec("article.swap_beside", _("Change places with the second article"), "article", group,
             "", (), "window", "beside"),
        Spec("mark.evidence", _("Use as evidence for…"), "article", group, "quote", ("E",), SCOPE,
             "beside"),
    )  # fmt: skip
