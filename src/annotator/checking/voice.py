"""Whose voice each sentence is in: the article's own, a named source's, an unnamed one's, or a
quotation."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.checking.direct_speech import is_direct
from annotator.checking.speech import Speaker, Spoken, is_quoted, with_speakers
from annotator.model import Article

OWN, NAMED, UNNAMED, QUOTED = "own", "named", "unnamed", "quoted"
VOICES = (OWN, NAMED, UNNAMED, QUOTED)


@dataclass(frozen=True, slots=True)
class VoicedSentence:
    """``article.text[start:end]`` and whose voice it is in.

    ``source`` is who says so, "" where the article itself does or does not say who;
    ``source_start``, ``source_end`` where that stands. ``named``: by name (a quotation may be,
    too). ``block`` is the index of its block.
    """

    start: int
    end: int
    voice: str
    source: str = ""
    source_start: int | None = None
    source_end: int | None = None
    named: bool = False
    block: int = 0


@dataclass(frozen=True, slots=True)
class VoiceCounts:
    """How many sentences there are, and in which voice. ``with_named_source`` are those attributed
    to a name, quotations among them."""

    sentences: int
    own: int
    named: int
    unnamed: int
    quoted: int
    with_named_source: int


def voices(article: Article) -> list[VoicedSentence]:
    """The sentences of the article's running text in order (no headings, captions, tables)."""
    return [
        _voiced(one, _voice(article, one, speaker), speaker)
        for one, speaker in with_speakers(article)
    ]


def count(voiced: Iterable[VoicedSentence]) -> VoiceCounts:
    """What the strip above the article says of them."""
    listed = list(voiced)
    tally = {voice: sum(one.voice == voice for one in listed) for voice in VOICES}
    named = sum(one.named for one in listed)
    return VoiceCounts(len(listed), **tally, with_named_source=named)


def _voice(article: Article, one: Spoken, speaker: Speaker | None) -> str:
    if is_quoted(article, one):
        return QUOTED
    if speaker is None:
        return QUOTED if is_direct(article, one) else OWN
    return NAMED if speaker.named else UNNAMED


def _voiced(one: Spoken, voice: str, speaker: Speaker | None) -> VoicedSentence:
    sentence = one.sentence
    if speaker is None:
        return VoicedSentence(sentence.start, sentence.end, voice, block=sentence.block)
    return VoicedSentence(
        sentence.start,
        sentence.end,
        voice,
        speaker.name,
        speaker.start,
        speaker.end,
        speaker.named,
        sentence.block,
    )
