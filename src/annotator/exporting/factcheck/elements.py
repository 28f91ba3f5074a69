"""HTML put together from elements: what is no ``Markup`` is text and gets escaped, so that nothing
from an article or a note can become markup by oversight."""

from collections.abc import Iterable
from html import escape

from annotator.exporting import wording

_EMPTY = frozenset({"meta", "br", "hr", "img"})
_INLINE = frozenset(
    {"a", "b", "bdi", "mark", "path", "rect", "span", "strong", "sup", "svg", "time"}
)
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127))


class Markup(str):
    """HTML that is to stay as it is."""

    __slots__ = ()


Content = str | Iterable[str]
"""Text, markup, or several of both; ``""`` is left out."""


def text(value: str) -> Markup:
    """A text as HTML that shows exactly it."""
    if isinstance(value, Markup):
        return value
    return Markup(escape(value.translate(_FORBIDDEN)))


def element(name: str, *content: Content, **attributes: str | bool | None) -> Markup:
    """An element. Attributes are named as in HTML, ``class_`` for ``class`` and ``_`` for ``-``;
    those that are empty are left out."""
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    end = "" if name in _INLINE else "\n"  # so that the source reads well, too
    if name in _EMPTY:
        return Markup(f"<{name}{given}>{end}")
    return Markup(f"<{name}{given}>{join(content)}</{name}>{end}")


def join(content: Iterable[Content]) -> Markup:
    """Contents one after the other."""
    return Markup("".join(_flat(content)))


def _flat(content: Iterable[Content]) -> Iterable[str]:
    for one in content:
        if isinstance(one, str):
            yield text(one)
        else:
            yield from _flat(one)


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False or value == "":
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(value)}"'


def unless_empty(name: str, *content: Content, **attributes: str | bool | None) -> Markup:
    """The element, or nothing where it would hold nothing."""
    inside = join(content)
    return element(name, inside, **attributes) if inside.strip() else Markup("")


def link(title: str, url: str, **attributes: str) -> Markup:
    """A link where the address leads to the web, a mailbox or a DOI; else the title alone. One
    whose title is its address is ``bare``: on paper no address need stand behind it."""
    address = wording.address(url)
    if not address:
        return element("span", title, **attributes)
    shown = "bare" if title == address else ""
    return element("a", title, class_=shown, href=address, rel="noopener noreferrer", **attributes)
