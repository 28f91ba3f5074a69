"""What stands on a page that goes out as HTML, roughly as a browser sets it."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser

from annotator.i18n import _
from annotator.ui.kit import Themed
from annotator.ui.kit.rich import bold_fragments
from annotator.ui.theme import Theme
from annotator.ui.theme.fonts import weigh

TAGS = frozenset(
    {
        *("a", "b", "blockquote", "br", "code", "em", "figcaption", "footer", "h1", "h2", "h3"),
        *("h4", "hr", "i", "li", "mark", "ol", "p", "pre", "span", "strong", "sub", "sup", "table"),
        *("tbody", "td", "th", "thead", "tr", "ul", "dl", "dt", "dd"),
    }
)


class WebPreview(Themed, QTextBrowser):
    """The words, headings and verdicts of a page. Nothing is loaded, no link is followed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._body = ""
        self.setAccessibleName(_("Preview of the page"))
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.follow(theme)

    def show_html(self, html: str) -> None:
        """Show a page of ours."""
        import nh3

        self._body = nh3.clean(
            html, tags=set(TAGS), clean_content_tags={"script", "style", "svg", "title"},
            attributes={tag: {"class"} for tag in ("p", "span", "li", "footer")}, link_rel=None,
        )  # fmt: skip
        self.retheme()

    def retheme(self) -> None:
        document = self.document()
        document.setDocumentMargin(self.theme.px(22))
        document.setDefaultFont(self.theme.font("serif"))
        document.setDefaultStyleSheet(_sheet(self.theme))
        self.setHtml(self._body)
        _embolden(document)

    def loadResource(self, kind: int, name: QUrl) -> None:
        return None


def _embolden(document: QTextDocument) -> None:
    """Gives bold its drawn weight; Qt would smear the regular letters."""
    cursor, block = QTextCursor(document), document.begin()
    while block.isValid():
        for fragment in bold_fragments(block):
            font = fragment.charFormat().font()
            weigh(font, 650)
            shape = QTextCharFormat()
            shape.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
            cursor.setPosition(fragment.position())
            end = fragment.position() + fragment.length()
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(shape)
        block = block.next()


def _sheet(theme: Theme) -> str:
    tokens, px = theme.tokens, theme.px
    return (
        f"body {{ color: {tokens.ink}; }}"
        f"h1 {{ font-size: {px(24)}px; margin: 0 0 {px(8)}px 0; }}"
        f"h2 {{ font-size: {px(19)}px; margin: {px(22)}px 0 {px(4)}px 0; }}"
        f"h3 {{ font-size: {px(15)}px; margin: {px(2)}px 0 {px(4)}px 0; }}"
        f"h4 {{ font-size: {px(12)}px; margin: {px(10)}px 0 {px(2)}px 0; }}"
        f"p {{ margin: 0 0 {px(4)}px 0; }} ul, ol {{ margin: 0 0 {px(6)}px 0; }}"
        f"a {{ color: {tokens.accent}; text-decoration: none; }}"
        f"blockquote {{ margin: {px(4)}px 0 {px(4)}px {px(12)}px; color: {tokens.secondary}; }}"
        f".kicker {{ color: {tokens.accent}; font-weight: 600; }}"
        f".label {{ color: {tokens.secondary}; margin-top: {px(16)}px; }}"
        f".byline, .reviewer, .said, .place, .as-of, .details, .signs, .count, figcaption "
        f"{{ color: {tokens.secondary}; font-size: {px(12)}px; }}"
        f".good {{ color: {tokens.good}; }} .middling {{ color: {tokens.middling}; }}"
        f".bad {{ color: {tokens.bad}; }} .open, .outcome {{ color: {tokens.secondary}; }}"
    )
