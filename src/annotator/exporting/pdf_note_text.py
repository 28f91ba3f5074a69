"""A note's Markdown as runs of words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextList

from annotator.exporting import wording
from annotator.exporting.markdown_note import tamed
from annotator.exporting.pdf_sheet import INK
from annotator.exporting.pdf_type import Run

_PLAIN = re.compile(r"[^\\`*_{}\[\]<>#&~|!\n]*")
_LIST_START = re.compile(r"\s*([-+=>]|\d+[.)])")
_OBJECT = "\ufffc"


@lru_cache(maxsize=4096)
def note_paragraphs(note: str) -> tuple[tuple[Run, ...], ...]:
    """The note's paragraphs, each as runs; list items begin with their sign. Pictures are left
    out, nothing is read from disk or net. Remembered: a note is set and also told as plain text."""
    text = note.strip()
    if not text:
        return ()
    if _PLAIN.fullmatch(text) and not _LIST_START.match(text) and not text.startswith("    "):
        return ((Run(text),),)
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setMarkdown(tamed(text, 1))
    return tuple(runs for block in _blocks(document) if (runs := tuple(_runs(block))))


def plain_text(note: str) -> str:
    """The note without its Markdown, for viewers that show plain text."""
    return "\n".join("".join(run.text for run in runs) for runs in note_paragraphs(note))


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _runs(block: QTextBlock) -> Iterator[Run]:
    heading = 600 if block.blockFormat().headingLevel() else 400
    items: Any = block  # Qt's stubs do not know that blocks are iterable
    words = [
        (fragment.text().replace("\u2028", "\n").replace(_OBJECT, ""), fragment.charFormat())
        for fragment in (item.fragment() for item in items)
        if fragment.isValid()
    ]
    if not any(text.strip() for text, _form in words):
        return
    if sign := _list_sign(block):
        yield Run(sign)
    for text, form in words:
        if text:
            yield _run(text, form, heading)


def _list_sign(block: QTextBlock) -> str:
    group: QTextList | None = block.textList()
    if group is None:
        return ""
    text = group.itemText(block)
    indent = "\u2003" * (group.format().indent() - 1)
    return f"{indent}{text if text[:1].isalnum() else '•'} "


def _run(text: str, form: QTextCharFormat, weight: int) -> Run:
    return Run(
        text,
        600 if form.fontWeight() >= QFont.Weight.DemiBold else weight,
        form.fontItalic(),
        form.fontFixedPitch(),
        INK,
        wording.address(form.anchorHref()),
    )
