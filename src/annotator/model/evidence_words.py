"""Evidence in words: the same in the window, on the command line and in what is handed out."""

from annotator.i18n import _, ngettext


def type_name(type: str) -> str:
    """What sort of evidence it is, in words; "" where it is not said."""
    names = {
        "primary": _("primary source"), "secondary": _("secondary source"), "data": _("data"),
        "expert": _("expert"), "eyewitness": _("eyewitness"), "interview": _("interview"),
        "email": _("e-mail"), "request": _("request for comment"), "search": _("search"),
    }  # fmt: skip
    return names.get(type, type)


def short_type_name(type: str) -> str:
    """The same in a word, for where there is little room."""
    names = {
        "primary": _("primary"), "secondary": _("secondary"), "data": _("data"),
        "expert": _("expert"), "eyewitness": _("eyewitness"), "interview": _("interview"),
        "email": _("email"), "request": _("request"), "search": _("search"),
    }  # fmt: skip
    return names.get(type, type)


def stance_name(stance: str) -> str:
    """How it stands to a claim, in a word."""
    names = {"supports": _("supports"), "refutes": _("refutes"), "context": _("context")}
    return names.get(stance, stance)


def outcome_name(outcome: str) -> str:
    """What became of a request or a search, in words; "" where that is open."""
    names = {
        "answered": _("answered"), "no answer": _("no answer"),
        "nothing found": _("nothing found"),
    }  # fmt: skip
    return names.get(outcome, outcome)


def check_name(state: str) -> str:
    """What the quote check says, in words."""
    names = {
        "exact": _("the words stand there"), "differs": _("the words differ"),
        "missing": _("the words are not there"),
    }  # fmt: skip
    return names.get(state, state)


def meter(entries: int, origins: int) -> str:
    """How much evidence there is, in a line: ``4 entries, 2 origins``."""
    return ", ".join((entries_in_words(entries), origins_in_words(origins)))


def entries_in_words(count: int) -> str:
    """``1 entry``, ``4 entries``."""
    return ngettext("{n} entry", "{n} entries", count).format(n=count)


def origins_in_words(count: int) -> str:
    """``1 origin``, ``2 origins``."""
    return ngettext("{n} origin", "{n} origins", count).format(n=count)
