"""What stands in place of claims while there are none to show."""

from annotator.i18n import _
from annotator.ui.table.empty import NothingHere
from annotator.ui.theme import Theme


def no_claims(theme: Theme) -> NothingHere:
    """How a claim is made, or a way out of the filter."""
    return NothingHere(
        theme, _("No claims yet"), _("No claim here"), key="C", way_out=_("Clear filter")
    )
