"""A note's Markdown as runs of words."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextList,
    QTextListFormat,
)

from annotator.exporting import wording
from annotator.exporting.markdown.note import tamed
from annotator.exporting.markdown.pieces import pieces
from annotator.exporting.pdf.sheet import INK
from annotator.exporting.pdf.words import Run

_PLAIN = re.compile(r"[^\\`*_{}\[\]<>#&~|!\n]*")
_LIST_START = re.compile(r"\s*([-+=>]|\d+[.)])")
_OBJECT = "\ufffc"
_INDENT = "\u2003"


@lru_cache(maxsize=4096)
def note_paragraphs(note: str) -> tuple[tuple[Run, ...], ...]:
    """The note's paragraphs, each as runs; list items begin with their sign. Pictures are left
    out, nothing is read from disk or net. Remembered: a note is set and also told as plain text."""
    text = note.strip()
    if not text:
        return ()
    if _PLAIN.fullmatch(text) and not _LIST_START.match(text) and not text.startswith("    "):
        return ((Run(text),),)
    return tuple(runs for piece in pieces(tamed(text, 1)) for runs in _paragraphs(piece))


def plain_text(note: str) -> str:
    """The note without its Markdown, for viewers that show plain text."""
    return "\n".join("".join(run.text for run in runs) for runs in note_paragraphs(note))


def _paragraphs(markdown: str) -> Iterator[tuple[Run, ...]]:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setMarkdown(markdown)
    numbers: Counter[int] = Counter()
    yield from (runs for block in _blocks(document) if (runs := tuple(_runs(block, numbers))))


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _runs(block: QTextBlock, numbers: Counter[int]) -> Iterator[Run]:
    """A block's words. ``numbers`` counts the items of each list as they come by: Qt would count
    them anew for every one."""
    heading = 600 if block.blockFormat().headingLevel() else 400
    items: Any = block  # Qt's stubs do not know that blocks are iterable
    words = [
        (fragment.text().replace("\u2028", "\n").replace(_OBJECT, ""), fragment.charFormat())
        for fragment in (item.fragment() for item in items)
        if fragment.isValid()
    ]
    sign = _list_sign(block, numbers)
    if not any(text.strip() for text, _form in words):
        return
    if sign:
        yield Run(sign)
    for text, form in words:
        if text:
            yield _run(text, form, heading)


def _list_sign(block: QTextBlock, numbers: Counter[int]) -> str:
    group: QTextList | None = block.textList()
    if group is None:
        return ""
    form = group.format()
    place = numbers[group.objectIndex()]
    numbers[group.objectIndex()] += 1
    counted = form.style() == QTextListFormat.Style.ListDecimal
    text = f"{form.start() + place}{form.numberSuffix() or '.'}" if counted else "•"
    return f"{_INDENT * (form.indent() - 1)}{text} "


def _run(text: str, form: QTextCharFormat, weight: int) -> Run:
    return Run(
        text,
        600 if form.fontWeight() >= QFont.Weight.DemiBold else weight,
        form.fontItalic(),
        form.fontFixedPitch(),
        INK,
        wording.address(form.anchorHref()),
    )
