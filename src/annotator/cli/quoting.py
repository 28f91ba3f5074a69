"""Evidence in lines, with what the quote check found: which words are the quote's alone, which the
source's."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from annotator.i18n import _
from annotator.library import Library
from annotator.model import Evidence
from annotator.model.evidence_words import check_name

if TYPE_CHECKING:
    from annotator.checking.quotes import QuoteCheck

_STEP = "    "


def lines(library: Library, entry: Evidence) -> Iterator[str]:
    """An entry: its stance and source, the words quoted and whether they stand there, and where
    they do not, both word by word."""
    yield ", ".join(filter(None, (f"{entry.stance}: {entry.source.label}", entry.locator)))
    quote = " ".join(entry.quote.split())
    if not quote:
        return
    check = library.ledger.check(entry)
    if check is None:
        yield f"{_STEP}“{quote}”"
        return
    said = _("“{quote}”: {said}").format(quote=quote, said=check_name(check.state))
    yield f"{_STEP}{said}"
    if check.before:
        said = _("the source has “{words}” before it").format(words=check.before)
        yield f"{_STEP * 2}{said}"
    if check.differences:
        quoted, source = _sides(check)
        yield f"{_STEP * 2}{_('quoted: {words}').format(words=quoted)}"
        yield f"{_STEP * 2}{_('source: {words}').format(words=source)}"


def _sides(check: "QuoteCheck") -> tuple[str, str]:
    """The quote's words and the source's, signs around those that only one of them has."""
    quoted: list[str] = []
    source: list[str] = []
    for step in check.differences:
        alone = step.kind != "equal"
        quoted.append(f"[-{step.quote}-]" if alone and step.quote else step.quote)
        source.append(f"{{+{step.text}+}}" if alone and step.text else step.text)
    return _line(quoted), _line(source)


def _line(words: list[str]) -> str:
    return " ".join(" ".join(words).split())


def form(check: "QuoteCheck | None") -> dict[str, Any] | None:
    """The check as ``--json`` prints it; null where nothing could be looked up."""
    if check is None:
        return None
    parts = [
        {"kind": step.kind, "quote": step.quote, "source": step.text} for step in check.differences
    ]
    return {"state": check.state, "score": check.score, "before": check.before, "parts": parts}
