"""A user's note, which is Markdown, made to keep to its place in a larger document.

Its emphasis, lists, links to the web and code stay. Headings go below the document's own, fences
that were left open are closed, HTML that could swallow or restyle what follows is shown as text,
so are pictures and other links, and footnote signs are no longer signs.
"""

import re

from annotator.exporting.markdown.links import harmless
from annotator.exporting.markdown.text import escape_inline, guard_start

_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_ATX = re.compile(r" {0,3}(#{1,6})(?=\s|$|[^#\s])(.*)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_TAG = re.compile(r"<(?!https?://[^\s<>]+>|mailto:[^\s<>]+>)(?=[A-Za-z/!?])")
_INLINE_TAG = re.compile(r"<(/?)(b|i|em|strong|u|s|del|ins|sub|sup|mark|code|kbd|q|small)>", re.I)
_LINK = re.compile(r"\][(:\[]|!\[")
_MARKER = re.compile(r"^[ \t>]*(?:[-+*:]|\d+[.)]|!!!|\?\?\?)\s", re.MULTILINE)
_INDENTED = re.compile(r"(?:(?: {4}|\t).*\n?)+")
_HIDDEN = "\0"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def tamed(note: str, level: int, *, fences: bool = True) -> str:
    """The note as Markdown for a place under a heading of ``level`` - 1: its own headings start at
    ``level``. ``fences`` False turns fenced code into indented code, for places inside lists and
    footnotes where not all parsers know fences.
    """
    text = _CONTROLS.sub("", note.replace("\r\n", "\n").replace("\r", "\n")).strip("\n").rstrip()
    out: list[str] = []
    prose: list[str] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        if match := _FENCE.match(lines[at]):
            out += _prose(prose, level, bool(out))
            prose = []
            at = _code(lines, at, match[1], out, fences)
        else:
            prose.append(lines[at])
            at += 1
    return "\n".join(out + _prose(prose, level, bool(out))).strip("\n")


def in_line(note: str) -> str:
    """The note as the end of a line of Markdown: its paragraphs run on."""
    return _paragraph(" ".join(_CONTROLS.sub("", note).split()))


def _code(lines: list[str], at: int, fence: str, out: list[str], fences: bool) -> int:
    """Copy the fenced block that starts at ``at``; the index of the line after it."""
    closing = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}\s*$")
    end = at + 1
    while end < len(lines) and not closing.match(lines[end]):
        end += 1
    body = lines[at + 1 : end]
    if fences:
        language = re.sub(r"[^\w+#.-]", "", lines[at].strip().lstrip("`~").strip())
        out += [*_gap(out), f"{fence}{language}", *body, fence, ""]
    else:
        out += [*_gap(out), *(f"    {line}" if line.strip() else "" for line in body), ""]
    return end + 1


def _prose(lines: list[str], level: int, follows: bool) -> list[str]:
    if not lines:
        return []
    return _without_html("\n".join(_headings(lines, level)), follows).split("\n")


def _headings(lines: list[str], level: int) -> list[str]:
    """Headings demoted to ``level`` and below; underlined ones written with ``#``."""
    out: list[str] = []
    for line in lines:
        above = out[-1] if out else ""
        if match := _ATX.match(line):
            out += [*_gap(out), _heading(match[2].rstrip().rstrip("#"), len(match[1]), level), ""]
        elif _UNDERLINE.match(line) and above.strip() and not above.startswith(("#", "    ")):
            out.pop()
            out += [*_gap(out), _heading(above, 1 if "=" in line else 2, level), ""]
        elif line.strip() or above.strip():
            out.append(line)
    return out


def _gap(lines: list[str]) -> list[str]:
    """A blank line, where there is none yet."""
    return [""] if lines and lines[-1].strip() else []


def _heading(text: str, depth: int, level: int) -> str:
    return f"{'#' * min(6, level - 1 + depth)} {text.strip()}"


def _without_html(text: str, follows: bool) -> str:
    """HTML as text, but for inline tags that are well paired in one paragraph; code stays.
    ``follows``: something stands before it that indented lines may belong to."""
    out = []
    inside = follows
    for part in re.split(r"\n[ \t]*\n", text):
        is_code = not inside and _INDENTED.fullmatch(part)
        out.append(part if is_code else _paragraph(part))
        if not part[:1].isspace():
            inside = bool(_MARKER.search(part))
    return "\n\n".join(out)


def _paragraph(text: str) -> str:
    codes: list[str] = []

    def hide(match: re.Match[str]) -> str:
        codes.append(_code_span(match))
        return _HIDDEN

    hidden = _CODE_SPAN.sub(hide, text)
    paired = _paired(hidden)
    prose = _TAG.sub(
        lambda match: "<" if paired and _INLINE_TAG.match(hidden, match.start()) else "&lt;", hidden
    )
    back = iter(codes)
    return re.sub(_HIDDEN, lambda _match: next(back), harmless(prose))


def _code_span(match: re.Match[str]) -> str:
    """Code that holds HTML or links is escaped: parsers do not all agree on where a code span
    begins."""
    if not _TAG.search(match[2]) and not _LINK.search(match[2]):
        return match[0]
    return f"<code>{escape_inline(match[2].strip())}</code>"


def _paired(text: str) -> bool:
    """Whether the inline tags in it open and close as they should."""
    open_: list[str] = []
    for closes, name in _INLINE_TAG.findall(text):
        if not closes:
            open_.append(name.lower())
        elif not open_ or open_.pop() != name.lower():
            return False
    return not open_


def in_item(markdown: str, indent: int) -> str:
    """Markdown as the continuation of a list item or footnote: every line but the first is
    indented by ``indent`` blanks. A first line that would itself start a block is guarded."""
    first, *rest = markdown.split("\n")
    pad = " " * indent
    return "\n".join([guard_start(first), *(pad + line if line.strip() else "" for line in rest)])
