"""What linked claims ask, in words: the same in the window, on the command line and in what is
handed out."""

import re

from annotator.i18n import _
from annotator.model.pairs import SAID, Pair

_OTHERS = "{claims}"
_ARTICLE = re.compile(r"(?:A|An|The)(?= )")
"""What a name begins with that is lower case within a sentence."""


def question(pair: Pair) -> str:
    """``Asks whether Reuters said it.``"""
    if pair.asks != SAID:
        return _("Asks whether it is so.")
    if pair.who:
        return _("Asks whether {who} said it.").format(who=_within(pair.who))
    return _("Asks whether it was said.")


def other_question(pair: Pair) -> tuple[str, str]:
    """What the others ask, in two parts: their names stand between them (``Whether it is so: `` and
    ``.``)."""
    words = _other(pair)
    before, _names, after = words.partition(_OTHERS)
    who = _within(pair.who)
    return before.replace("{who}", who), after.replace("{who}", who)


def _within(who: str) -> str:
    """A name as it stands within a sentence: ``the city`` for ``The city``."""
    found = _ARTICLE.match(who)
    return found[0].lower() + who[found.end() :] if found else who


def _other(pair: Pair) -> str:
    if pair.asks == SAID:
        return _("Whether it is so: {claims}.")
    if pair.who:
        return _("Whether {who} said it: {claims}.")
    return _("Whether it was said: {claims}.")


def sentence(pair: Pair | None) -> str:
    """``Asks whether Reuters said it. Whether it is so: C6.``; "" where a claim is not linked."""
    if pair is None:
        return ""
    before, after = other_question(pair)
    return f"{question(pair)} {before}{pair.labels}{after}"


def hint(pair: Pair | None) -> str:
    """The same where there is little room: ``is it so: C6``."""
    if pair is None:
        return ""
    words = _("is it so: {claims}") if pair.asks == SAID else _("was it said: {claims}")
    return words.format(claims=pair.labels)
