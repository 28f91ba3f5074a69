"""A note's links and pictures made harmless.

Links stay where they lead to the web, a mailbox or a DOI. Of any other, and of every picture, the
words stay and the address after them as code: a file that was handed in must neither run a script
nor show what lies on its reader's disk, nor ask the net for anything.
"""

import html
import re

from annotator.exporting import wording
from annotator.exporting.markdown.text import escape_inline, url

_STOP = re.compile(r"\\.?|!?\[|\]", re.DOTALL)
_DESTINATION = re.compile(
    r"\(\s*(<[^<>\n\0]*>|(?:[^\s()<>\\\0]|\\.|\((?:[^\s()\\\0]|\\.)*\))*)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_DEFINITION = re.compile(
    r"^([ \t>*+\-\d.):]*)\[((?:[^\[\]]|\\[\[\]])*\]:)(?=[ \t]*\n?([ \t>]*)(<[^<>\n]*>|\S*))",
    re.MULTILINE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIMPLE = re.compile(r"[^\s`<>\[\]\\\0]+")


def harmless(text: str) -> str:
    """Markdown without HTML, with NUL for code, a paragraph or more: with no links but live ones
    and no pictures; signs of footnotes are text."""
    return _Links(_DEFINITION.sub(_definition, text)).made()


class _Links:
    """Goes through a text once, bracket by bracket."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._out: list[str] = []
        self._open: list[tuple[int, int, bool]] = []  # in ``_out``, in the text, of a picture

    def made(self) -> str:
        """The text made harmless."""
        at = 0
        while match := _STOP.search(self._text, at):
            self._out.append(self._text[at : match.start()])
            at = match.end()
            if match[0] == "]":
                at = self._closes(at)
            elif match[0][0] == "\\":
                self._out.append(match[0])
            else:
                self._opens(match[0], at)
        self._out.append(self._text[at:])
        return "".join(self._out)

    def _opens(self, sign: str, at: int) -> None:
        if self._text.startswith("^", at):
            self._out.append(sign.replace("[", "\\["))
            return
        self._open.append((len(self._out), at, sign == "!["))
        self._out.append(sign.replace("!", "\\!"))

    def _closes(self, at: int) -> int:
        """Take a closing bracket with what follows it; ``at`` is after the bracket. Returns where
        to go on."""
        place, start, picture = self._open.pop() if self._open else (-1, 0, False)
        if not self._text.startswith("(", at):
            self._out.append("]")
            return at
        match = _DESTINATION.match(self._text, at)
        if match is None or place < 0:  # no two readers of Markdown agree on what that is
            self._out.append("]\\(")
            return at + 1
        live = "" if picture else _live(match[1])
        if live:
            self._out.append(f"]{match[0]}" if live == match[1] else f"]({url(live)})")
        else:
            self._out[place] = ""
            address = _address(match[1])
            bare = not address or not self._text[start : at - 1].strip()
            self._out.append(address if bare else f" ({address})")
        return match.end()


def _definition(match: re.Match[str]) -> str:
    """What a link by name leads to: it stays where it may be live, otherwise it is text."""
    before, label, quoted, address = match.groups()
    stays = _live(address) and (">" in before or ">" not in quoted)
    return match[0] if stays else f"{before}\\[{label}"


def _live(destination: str) -> str:
    """The address in the form it is written in, ``""`` for one that must not be live."""
    plain = html.unescape(_ESCAPED.sub(r"\1", _bare(destination)))
    address = wording.address(plain)
    return destination if address and address == plain else address


def _bare(destination: str) -> str:
    return destination[1:-1] if destination[:1] + destination[-1:] == "<>" else destination


def _address(destination: str) -> str:
    """An address as code."""
    bare = _bare(destination)
    if not bare:
        return ""
    return f"`{bare}`" if _SIMPLE.fullmatch(bare) else f"<code>{escape_inline(bare)}</code>"
