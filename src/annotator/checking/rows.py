"""What the inside check answers: mentions of one thing, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.i18n import _

DIFFERENCES = ("", "number", "headline", "picture", "date", "name", "quotation")


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that speaks of it: ``text`` stands at ``[start, end)`` of the article's text, or,
    where ``part`` is ``source``, of the text of the source called ``label``.

    ``part``: ``headline`` | ``standfirst`` | ``caption`` | ``body`` | ``source``. ``cue`` is the
    word that says whether it happened or may ("threat", "cost"), "" where none does.
    """

    part: str
    start: int
    end: int
    text: str
    label: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Mentions that speak of the same, those of the headline first.

    ``difference`` is what they differ in, "" where they agree. ``suggestion`` is a statement for a
    claim in words and ``kind`` the claim's kind; both "" where there is no difference. Never a
    verdict: which of them is right, if any, is for somebody to find out.
    """

    topic: str
    mentions: tuple[Mention, ...]
    difference: str = ""
    suggestion: str = ""
    kind: str = ""


def part_name(mention: Mention) -> str:
    """What to call the part a mention stands in, as a subject."""
    names = {
        "headline": _("the headline"),
        "standfirst": _("the standfirst"),
        "caption": _("a caption"),
        "body": _("the text"),
    }
    return names.get(mention.part) or mention.label or _("a source")


def against(first: Mention, second: Mention) -> str:
    """A statement that sets two mentions against each other."""
    if (first.part, first.label) == (second.part, second.label):
        said = _("{one} says “{this}” and “{that}”").format(
            one=part_name(first), this=shown(first.text), that=shown(second.text)
        )
        return sentence(said)
    return sentence(
        _("{one} says “{this}”, {other} says “{that}”").format(
            one=part_name(first),
            this=shown(first.text),
            other=part_name(second),
            that=shown(second.text),
        )
    )


def shown(text: str, longest: int = 120) -> str:
    """The words of a passage in one line, cut where they are long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def sentence(words: str) -> str:
    """With the capital and the full stop of one."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")


def in_order(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions as they are shown: headline, standfirst, captions, text, sources."""
    order = ("headline", "standfirst", "caption", "body", "source")
    return tuple(sorted(mentions, key=lambda m: (order.index(m.part), m.label, m.start)))
