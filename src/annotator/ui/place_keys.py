"""Keys that mean something only in one place and are no commands: the page of keys lists them,
the widgets there hear them themselves."""

from annotator.i18n import _

PlaceKeys = tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]
"""A place, and what can be done there: (words, keys as ``QKeySequence`` reads them)."""


def place_keys() -> tuple[PlaceKeys, ...]:
    """Every such place with its keys."""
    return (_article(), _cards(), _library(), _tags())


def _article() -> PlaceKeys:
    return (
        _("In the text"),
        (
            (_("A word back, on"), ("Ctrl+Left", "Ctrl+Right")),
            (_("A sentence back, on"), ("Alt+Up", "Alt+Down")),
            (_("A paragraph back, on"), ("Ctrl+Up", "Ctrl+Down")),
            (_("Select on the way"), ("Shift+Right", "Ctrl+Shift+Right")),
            (_("Into the bar at the selection"), ("Return",)),
            (_("Choose the mark at the caret"), ("Return",)),
            (_("Out of the bar; select nothing"), ("Esc",)),
        ),
    )


def _cards() -> PlaceKeys:
    return (
        _("On the cards"),
        (
            (_("The card before, the next one"), ("Up", "Down")),
            (_("Write its claim or note"), ("Return",)),
            (_("Write its tags"), ("Shift+Return",)),
            (_("Done writing"), ("Ctrl+Return", "Esc")),
            (_("Copy its quote"), ("Ctrl+C",)),
            (_("Delete it"), ("Del",)),
            (_("Back to the text"), ("Esc",)),
        ),
    )


def _library() -> PlaceKeys:
    return (
        _("In the library’s lists"),
        (
            (_("Open"), ("Return",)),
            (_("Details, or another name"), ("F2",)),
            (_("Remove articles"), ("Del",)),
            (_("Close, open a section"), ("Left", "Right")),
        ),
    )


def _tags() -> PlaceKeys:
    return (
        _("While typing a tag"),
        (
            (_("Complete it"), ("Tab", "Right")),
            (_("Choose another completion"), ("Up", "Down")),
            (_("Make a tag of it"), ("Return", ",")),
            (_("Take off the last tag"), ("Backspace",)),
        ),
    )
