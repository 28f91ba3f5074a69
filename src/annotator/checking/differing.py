"""Two wordings word by word: what one leaves out, puts in or says differently."""

from dataclasses import dataclass

from annotator.checking.wording import Token


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of words. ``kind``: ``equal`` | ``missing`` (in the text, left out of the quote) |
    ``added`` (in the quote, not in the text) | ``replaced``. The words are as they are written."""

    kind: str
    quote: str
    text: str


_KINDS = {"equal": "equal", "insert": "missing", "delete": "added", "replace": "replaced"}


def differences(
    quote: str, quoted: list[Token], text: str, passage: list[Token]
) -> tuple[Difference, ...]:
    """The quote's tokens beside the passage's, in order; together they are all of both."""
    from rapidfuzz.distance import LCSseq

    left, right = _forms(quoted), _forms(passage)
    steps = [
        _Step(step.tag, step.src_start, step.src_end, step.dest_start, step.dest_end)
        for step in LCSseq.opcodes(left, right)
    ]
    return tuple(
        Difference(_KINDS[step.tag], _words(quote, quoted, a, b), _words(text, passage, c, d))
        for step in _merged(steps)
        for a, b, c, d in [(step.src_start, step.src_end, step.dest_start, step.dest_end)]
    )


@dataclass(frozen=True, slots=True)
class _Step:
    tag: str
    src_start: int
    src_end: int
    dest_start: int
    dest_end: int


def _merged(steps: list[_Step]) -> list[_Step]:
    """What is taken out and put in at the same place is one replacement."""
    merged: list[_Step] = []
    for step in steps:
        last = merged[-1] if merged else None
        if last and last.tag != "equal" and step.tag != "equal":
            a, b, c, d = last.src_start, step.src_end, last.dest_start, step.dest_end
            merged[-1] = _Step(_tag(b - a, d - c), a, b, c, d)
        else:
            merged.append(step)
    return merged


def _tag(out: int, put: int) -> str:
    return "replace" if out and put else ("delete" if out else "insert")


def _forms(found: list[Token]) -> list[str]:
    """What words are compared by; the first letter's case is a matter of where it is quoted."""
    forms = [token.form for token in found]
    return [forms[0][0].casefold() + forms[0][1:], *forms[1:]] if forms else []


def _words(text: str, found: list[Token], start: int, end: int) -> str:
    return text[found[start].start : found[end - 1].end] if start < end else ""
