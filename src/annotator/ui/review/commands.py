"""Commands of what is handed out and handed in, as data; this is all of it that a start reads."""

from annotator.i18n import _
from annotator.ui.actions import ActionSpec as Spec


def handing() -> tuple[Spec, ...]:
    """The checklist, rules and packs, in the menu *File*."""
    packs, out = "packs", "out"
    return (
        _file("file.rules", _("What is asked for…"), packs, "list"),
        _file("file.pack_out", _("Hand out a pack…"), packs, "share"),
        _file("file.pack_in", _("Take in a pack…"), packs, "download"),
        _file("file.checklist", _("Before you hand it in"), out, "check", "Ctrl+Shift+P",
              when="articles", check=True),
    )  # fmt: skip


def scales() -> tuple[Spec, ...]:
    """The scales of verdicts, in the menu *Claims*."""
    return (Spec("claims.scales", _("Scales of verdicts…"), "claims", "scales", "circle-half"),)


def article() -> tuple[Spec, ...]:
    """The verdict on the open article, in its menu."""
    verdict = _("Verdict on the article…")
    return (
        Spec("article.verdict", verdict, "article", "about", "circle-half", ("Ctrl+Shift+V",),
             enabled_when="article"),
    )  # fmt: skip


def lines() -> tuple[Spec, ...]:
    """From open line to open line, in the menu *Go*."""
    following, before = _("Next open line"), _("Previous open line")
    return (
        Spec("go.next_open", following, "go", "open", "", ("Ctrl+J",), enabled_when="checklist"),
        Spec("go.previous_open", before, "go", "open", "", ("Ctrl+Shift+J",),
             enabled_when="checklist"),
    )  # fmt: skip


def _file(
    command: str, text: str, group: str, icon: str, *keys: str, when: str = "", check: bool = False
) -> Spec:
    return Spec(command, text, "file", group, icon, keys, "window", when, check)
