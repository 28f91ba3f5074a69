"""How the changes of a returned copy are called."""

from annotator.i18n import _, ngettext
from annotator.library.returning import ReturnedChange
from annotator.library.returning import changes as kinds
from annotator.ui.cards.wording import date_text, joined
from annotator.ui.commands import colour_names


def what(change: ReturnedChange) -> str:
    """What was done: “New highlight”, “Note changed”."""
    match change.kind:
        case kinds.NEW:
            return _new(change)
        case kinds.NOTE if not change.before.strip():
            return _("Note added")
        case kinds.NOTE if not change.after.strip():
            return _("Note taken away")
        case kinds.DELETED:
            return _("Deleted in the copy")
    return {
        kinds.NOTE: _("Note changed"), kinds.COLOUR: _("Colour changed"),
        kinds.MOVED: _("Moved"), kinds.REPLY: _("Reply"), kinds.ANSWER: _("Reply changed"),
        kinds.RESOLVED: _("Thread resolved"),
    }[change.kind]  # fmt: skip


def _new(change: ReturnedChange) -> str:
    kind, style = change.fields.get("kind"), change.fields.get("style")
    if kind == "page":
        return _("New note")
    if kind == "area":
        return _("New area")
    return _("New underline") if style == "underline" else _("New highlight")


def who(change: ReturnedChange) -> str:
    """By whom and when, as far as the copy says."""
    return joined(change.author, date_text(change.date[:10]))


def sides(change: ReturnedChange) -> tuple[str, str]:
    """(what is here, what the copy has), either may be empty."""
    if change.kind == kinds.COLOUR:
        names = colour_names()
        return names.get(change.before, change.before), names.get(change.after, change.after)
    if change.kind == kinds.MOVED and not change.after:
        return "", ""  # a rectangle has no words
    return change.before.strip(), change.after.strip()


def replies(change: ReturnedChange) -> list[str]:
    """What was answered to a new mark, each with who said it."""
    if change.kind != kinds.NEW:
        return []
    return [": ".join(filter(None, (r.author, r.contents.strip()))) for _row, r in change.replies]


def spoken(change: ReturnedChange) -> str:
    """All of it in a sentence, for screen readers."""
    before, after = sides(change)
    parts = [what(change), who(change), conflict(change)]
    if change.quote:
        parts.append(f"“{change.quote}”")
    if before:
        parts.append(_("here: {text}").format(text=before))
    if after:
        parts.append(_("in the copy: {text}").format(text=after))
    return ", ".join(filter(None, (*parts, *replies(change))))


def conflict(change: ReturnedChange) -> str:
    """That it was changed here as well."""
    return _("changed here, too") if change.changed_here else ""


def take_in(count: int) -> str:
    """The button."""
    if not count:
        return _("Take in")
    text = ngettext("Take in {n} change", "Take in {n} changes", count)
    return text.format(n=count)


def earlier(count: int) -> str:
    """What leads to the changes that were ignored."""
    text = ngettext("Show {n} change that was ignored", "Show {n} changes that were ignored", count)
    return text.format(n=count)


def taken_in(count: int) -> str:
    """What the window says afterwards."""
    return ngettext("{n} change taken in.", "{n} changes taken in.", count).format(n=count)
