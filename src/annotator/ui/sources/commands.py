"""The commands of the face as data; this is all of it that a start reads."""

from annotator.i18n import _
from annotator.ui.actions import ActionSpec as Spec

SCOPE = "sources"


def face() -> Spec:
    """The face itself, in the menu *View*."""
    return Spec("view.sources", _("Sources"), "view", "face", "link", ("F8",), choice="face")


def commands() -> tuple[Spec, ...]:
    """What can be done with sources, in the order of their menu."""
    return (
        _one("sources.go", _("Go to where it is used"), "go", "corner-down-left",
             "Return", "Enter"),
        _one("sources.look", _("Look at it in full"), "go", "panel-right", "Space"),
        _one("sources.link", _("Open its link…"), "go", "external-link", "O"),
        _one("sources.edit", _("Change what is known of it…"), "change", "pencil", "E", "F2"),
        _face("sources.filter", _("Filter the sources by words"), "list-filter", "/"),
        _face("sources.undated", _("Those without a date of access"), "", "A"),
        _face("sources.all", _("Show all sources"), "", "0"),
    )  # fmt: skip


def _one(command: str, text: str, group: str, icon: str, *keys: str) -> Spec:
    return Spec(command, text, "sources", group, icon, keys, SCOPE, "source")


def _face(command: str, text: str, icon: str, *keys: str) -> Spec:
    return Spec(command, text, "sources", "show", icon, keys, SCOPE, "sources")
