"""What the eight colours are called, wherever one is chosen: on the bar and in the menus."""

from collections.abc import Mapping

from annotator.i18n import _
from annotator.ui.actions import ActionTable
from annotator.ui.commands import colour_names
from annotator.ui.reader import Reader


def show_colour_names(names: Mapping[str, str], actions: ActionTable, reader: Reader) -> None:
    """``names`` as ``Library.colour_names()`` gives them: a colour called by its own name has none
    of its user's."""
    shown = {}
    for colour, own in colour_names().items():
        name = names.get(colour, colour)
        named = name != colour
        shown[colour] = name if named else own.lower()
        text = _("{colour}: {name}").format(colour=own, name=name) if named else own
        actions.set_text(f"mark.colour.{colour}", text)
    reader.set_colour_names(shown)
