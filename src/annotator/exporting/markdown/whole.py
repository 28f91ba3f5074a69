"""The whole article as Markdown: marks inline, what was said about them as footnotes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from annotator.exporting import wording
from annotator.exporting.document import ExportArticle, ExportDocument, ExportMark
from annotator.exporting.markdown import report
from annotator.exporting.markdown.inline import Sign, inline
from annotator.exporting.markdown.layout import Layout
from annotator.exporting.markdown.note import in_item
from annotator.exporting.markdown.table import table
from annotator.exporting.markdown.text import escape, escape_inline, paragraph, quote
from annotator.exporting.shown import placed, shown_blocks, title_block
from annotator.i18n import _
from annotator.model import Block, BlockKind, Container

Signs = Mapping[int, Sequence[Sign]]
_WORDS = 80
"""Code points of a passage that are shown under the code it is in."""


def render(
    document: ExportDocument,
    article: ExportArticle,
    place: int,
    origin: str,
    found: Sequence[str] = (),
) -> list[str]:
    """The article as blocks: title, origin, what was ``found``, page notes, text, marks without a
    place, footnotes.

    ``place`` counts the document's articles from 1, 0 when it has but one: footnote signs are
    unique in the file.
    """
    labels = _labels(article, place)
    signs = _signs(article, labels)
    title = title_block(article.article)
    blocks = [_title(article, title, signs), origin, *found]
    for note in article.page_notes:
        blocks += report.page_note(document, note, 2)
    blocks.append(text(article, signs))
    outside = [mark for mark in article.marks if mark.start is None]
    areas = [mark for mark in outside if mark.annotation.kind == "area"]
    lost = [mark for mark in outside if mark.annotation.kind != "area"]
    for title_text, marks in ((_("Areas of pages"), areas), (_("Marks without a place"), lost)):
        blocks += [f"## {title_text}"] if marks else []
        for mark in marks:
            blocks += report.mark(document, mark, 3)
    in_code = _in_code(article)
    return blocks + [
        _footnote(document, mark, labels[mark.annotation.id], mark.annotation.id in in_code)
        for mark in article.marks
        if mark.start is not None
    ]


def _in_code(article: ExportArticle) -> set[str]:
    """The marks that reach into code, where nothing is shown of them."""
    blocks = article.article.blocks
    return {
        mark.annotation.id
        for mark, pieces in placed(article)
        if any(blocks[piece.block].kind is BlockKind.CODE for piece in pieces)
    }


def _labels(article: ExportArticle, place: int) -> dict[str, str]:
    labels = {}
    privates = 0
    for mark in article.marks:
        privates += mark.number is None
        label = str(mark.number) if mark.number is not None else f"private-{privates}"
        labels[mark.annotation.id] = f"{place}-{label}" if place else label
    return labels


def _signs(article: ExportArticle, labels: Mapping[str, str]) -> Signs:
    signs: dict[int, list[Sign]] = defaultdict(list)
    for mark, pieces in placed(article):
        for piece in pieces:
            last = piece is pieces[-1]
            label = f"[^{labels[mark.annotation.id]}]" if last else ""
            signs[piece.block].append(Sign(piece.start, piece.end, label))
    return signs


def _title(article: ExportArticle, title: int | None, signs: Signs) -> str:
    if title is None:
        return f"# {escape(article.article.title)}"
    return f"# {_run(article, title, signs, ' ')}"


def _run(article: ExportArticle, index: int, signs: Signs, line_break: str = "  \n") -> str:
    block = article.article.blocks[index]
    return inline(article.article.text, block, signs.get(index, ()), line_break)


def text(article: ExportArticle, signs: Signs, least: int = 2) -> str:
    """The article's text but for its title, with ``signs`` by the index of the block they stand
    in. Its headings have at least the level ``least``."""
    layout, title = Layout(), title_block(article.article)
    indices = [index for index in shown_blocks(article) if index != title]
    at = 0
    while at < len(indices):
        block = article.article.blocks[indices[at]]
        cell = next((c for c in block.containers if c.kind == "cell"), None)
        if cell is None:
            layout.add(_block(article, indices[at], signs, least), block.containers)
            at += 1
            continue
        end = at
        while end < len(indices) and _in_table(article, indices[end], cell.id):
            end += 1
        outside = block.containers[: block.containers.index(cell)]
        layout.add(_table(article, indices[at:end], cell.id, signs), outside)
        at = end
    return str(layout)


def _in_table(article: ExportArticle, index: int, table_id: int) -> bool:
    containers = article.article.blocks[index].containers
    return any(c.kind == "cell" and c.id == table_id for c in containers)


def _table(article: ExportArticle, indices: Sequence[int], table_id: int, signs: Signs) -> str:
    def cell(block: Block) -> Container:
        return next(c for c in block.containers if c.kind == "cell" and c.id == table_id)

    def one_line(index: int) -> str:
        block = article.article.blocks[index]
        is_picture = block.kind is BlockKind.IMAGE
        return _picture(block) if is_picture else _run(article, index, signs, "<br>")

    return table([(cell(article.article.blocks[at]), one_line(at)) for at in indices])


def _block(article: ExportArticle, index: int, signs: Signs, least: int) -> str:
    block = article.article.blocks[index]
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * min(6, max(least, block.level))} {_run(article, index, signs, ' ')}"
        case BlockKind.CODE:
            return _code(article, block, signs.get(index, ()))
        case BlockKind.IMAGE:
            return _picture(block)
        case BlockKind.RULE:
            return "---"
    return _run(article, index, signs)


def _picture(block: Block) -> str:
    label = _("Picture: {text}").format(text=block.alt) if block.alt else _("Picture")
    return f"*{escape(f'[{label}]')}*"


def _code(article: ExportArticle, block: Block, signs: Sequence[Sign]) -> str:
    """Code takes no marks inside: the words they are on follow it, with their footnote signs."""
    text = article.article.text[block.start : block.end]
    refs = " · ".join(_words(article, sign) + sign.sign for sign in signs if sign.sign)
    if any(c.kind in ("quote", "item", "footnote") for c in block.containers):
        shown = "\n".join(f"    {line}" if line.strip() else "" for line in text.split("\n"))
    else:
        longest = max((len(run) for run in _backticks(text)), default=0)
        fence = "`" * max(3, longest + 1)
        shown = f"{fence}\n{text}\n{fence}"
    return f"{shown}\n\n{refs}" if refs else shown


def _words(article: ExportArticle, sign: Sign) -> str:
    words = " ".join(article.article.text[sign.start : sign.end].split())
    shown = words if len(words) <= _WORDS else words[: _WORDS - 1].rstrip() + "…"
    return _("“{words}”").format(words=escape_inline(shown))


def _backticks(text: str) -> list[str]:
    return "".join(c if c == "`" else " " for c in text).split()


def _footnote(document: ExportDocument, mark: ExportMark, label: str, quoted: bool) -> str:
    """``quoted``: with the passage, since the text does not show where it is."""
    parts = [
        wording.locator(mark),
        wording.colour_name(document, mark.annotation),
        _("private") if mark.annotation.private else "",
    ]
    blocks = [escape(" · ".join(part for part in parts if part))]
    sentence = wording.became(mark.state)
    if sentence:
        blocks.append(f"*{escape(sentence)}*")
    if sentence or quoted:
        blocks.append(quote(paragraph(mark.annotation.quote)))
    blocks += report.body(document, mark.annotation, 4, fences=False)
    return f"[^{label}]: " + in_item("\n\n".join(blocks), 4)
