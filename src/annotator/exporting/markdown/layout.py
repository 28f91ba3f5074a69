"""Puts blocks into their containers: quotes, lists in lists, footnotes of the article."""

from collections.abc import Sequence

from annotator.exporting.markdown.text import escape
from annotator.model import Container

_LISTS_END = "<!-- -->"
"""Between two lists that follow each other: without it, parsers make one of them."""


class Layout:
    """Collects a document's blocks; ``str()`` is the Markdown."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._path: tuple[Container, ...] = ()
        self._began = False  # the last block was the first of its list item

    def add(self, markdown: str, path: Sequence[Container] = ()) -> None:
        """Add a block that stands in these containers, outermost first."""
        if not markdown:
            return
        path = tuple(c for c in path if c.kind in ("quote", "item", "footnote"))
        shared = self._shared(path)
        if shared == 0 and path and self._path and _another_list(self._path[0], path[0]):
            self._lines += ["", _LISTS_END]
        if self._lines and not self._tight(path, shared):
            self._lines.append(_prefix(path[:shared], shared).rstrip())
        first, rest = _prefix(path, shared), _prefix(path, len(path))
        for at, line in enumerate(markdown.split("\n")):
            self._lines.append((rest if at else first) + line if line else rest.rstrip())
        self._path = path
        self._began = shared < len(path) and path[-1].kind == "item"

    def _shared(self, path: tuple[Container, ...]) -> int:
        count = 0
        for one, other in zip(self._path, path, strict=False):
            if (one.kind, one.id) != (other.kind, other.id):
                break
            count += 1
        return count

    def _tight(self, path: tuple[Container, ...], shared: int) -> bool:
        """A new item follows its elder sibling, or its parent's own line, without a gap."""
        if not self._began or shared == len(path) or path[shared].kind != "item":
            return False
        siblings = (
            shared < len(self._path)
            and self._path[shared].kind == "item"
            and not _another_list(self._path[shared], path[shared])
        )
        child = shared == len(self._path) > 0 and self._path[-1].kind == "item"
        return siblings or child

    def __str__(self) -> str:
        return "\n".join(self._lines)


def _another_list(one: Container, other: Container) -> bool:
    """Whether two items that follow each other belong to different lists."""
    if one.kind != "item" or other.kind != "item":
        return False
    return one.ordered != other.ordered or (one.ordered and other.number <= one.number)


def _prefix(path: tuple[Container, ...], opened: int) -> str:
    """What stands before a line in these containers; those from ``opened`` on begin here."""
    return "".join(_step(container, at >= opened) for at, container in enumerate(path))


def _step(container: Container, begins: bool) -> str:
    if container.kind == "quote":
        return "> "
    if container.kind == "footnote":
        return f"{escape(f'[{container.label}]')} " if begins and container.label else ""
    if not begins:
        return "    "
    return f"{f'{container.number}.' if container.ordered else '-'} ".ljust(4)
