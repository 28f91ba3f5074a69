"""Commands of what an article is looked through for, as data; all of it that a start reads."""

from annotator.i18n import _
from annotator.ui.actions import ActionSpec as Spec


def looking() -> tuple[Spec, ...]:
    """What is shown of the open article, in its menu."""
    return (
        _look("look.worth", _("Worth a look"), "eye", "W", when="article", check=True),
        _look("look.voice", _("Whose voice"), "quote", "V", when="article", check=True),
        _look("look.inside", _("Inside check"), "rows-2", "I", when="article", check=True),
    )  # fmt: skip


def steps() -> tuple[Spec, ...]:
    """From sentence to sentence, in the menu *Go*."""
    following, before = _("Next sentence worth a look"), _("Previous sentence worth a look")
    return (
        Spec("look.next", following, "go", "look", "", ("L",), "article", "looking"),
        Spec("look.previous", before, "go", "look", "", ("Shift+L",), "article", "looking"),
    )  # fmt: skip


def acts() -> tuple[Spec, ...]:
    """What becomes of a suggestion, in the menu *Mark*."""
    return (
        Spec("look.claim", _("Make the suggestion a claim"), "mark", "look", "flag", ("Y",),
             "article", "suggestion"),
        Spec("look.dismiss", _("Dismiss the suggestion"), "mark", "look", "eye-off", ("D",),
             "article", "suggestion"),
    )  # fmt: skip


def _look(
    command: str, text: str, icon: str, *keys: str, when: str, check: bool = False
) -> Spec:  # fmt: skip
    return Spec(command, text, "article", "look", icon, keys, "article", when, check)
