"""What scales and tones are called."""

from annotator.i18n import _, ngettext
from annotator.model import Scale
from annotator.model.claims import FIVE_POINT, NO_SCALE


def scale_name(scale: Scale) -> str:
    """A built-in scale's name in the user's words; that of one's own as it is."""
    known = {
        FIVE_POINT: _("Five points"), "six-point": _("Six points"), "rumours": _("Rumours"),
        "categories": _("Categories"), NO_SCALE: _("No scale"),
    }  # fmt: skip
    return known.get(scale.name, scale.name) if scale.built_in else scale.name


def tones() -> tuple[tuple[str, str], ...]:
    """(value, label) of the tones, the best first."""
    return (
        ("good", _("good")), ("middling", _("middling")), ("bad", _("bad")),
        ("none", _("without")),
    )  # fmt: skip


def claims(count: int) -> str:
    """How many claims."""
    return ngettext("{n} claim", "{n} claims", count).format(n=count)
