"""Articles whose file is locked: their text, notes and claims are here, their pages ask for the
password, once."""

from PySide6.QtCore import QObject, QTimer

from annotator.errors import NotFound, UserFacingError
from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.ui.cards import CardsPane
from annotator.ui.controllers.paging import Paging
from annotator.ui.desk import Desk
from annotator.ui.passwords import Passwords


class Unlocking(QObject):
    """Asks when such an article is opened, unless the question was put away before, and whenever
    its pages are asked for. Its text is shown meanwhile."""

    def __init__(
        self, desk: Desk, paging: Paging, cards: CardsPane, passwords: Passwords, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._paging, self._cards, self._passwords = desk, paging, cards, passwords
        self._skipped: set[str] = set()
        self._asking = ""
        self._shut: ArticleSession | None = None  # known to be: asking a locked file takes time
        # Later: whoever shows the article takes the focus for it.
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self.ask_for_pages)
        desk.article_opened.connect(self._opened)

    def is_shut(self, session: ArticleSession | None) -> bool:
        """Whether an article's pages cannot be shown, for its file is locked."""
        if session is None or not session.article.pages:
            return False
        if session is not self._shut and _is_locked(session):
            self._shut = session
        return session is self._shut

    def _opened(self, session: ArticleSession | None) -> None:
        if self._asking:
            self._passwords.withdraw(self._asking)
            self._asking = ""
        self._later.stop()
        self._shut = None
        if session is not None and session.id not in self._skipped and self.is_shut(session):
            self._later.start()

    def ask_for_pages(self) -> bool:
        """Ask for the password of the open article, if it is locked; whether it is."""
        session = self._desk.session
        if session is None or not self.is_shut(session):
            return False
        self._asking = f"article:{session.id}"
        sentence = _("“{title}” is locked: its text and notes are here, its pages are not.")
        self._passwords.ask(
            self._asking, sentence.format(title=session.article.title),
            lambda password: self._unlock(session, password),
            lambda: self._skipped.add(session.id), _("Not now"),
        )  # fmt: skip
        return True

    def _unlock(self, session: ArticleSession, password: str) -> None:
        """Raises ``PasswordNeeded`` where it is another."""
        if self._desk.library is None:
            raise NotFound(_("This article is not open any more."))
        self._desk.library.unlock(session.id, password)
        self._show_pages()

    def unlocked(self, article_id: str) -> None:
        """The password of an article was given elsewhere."""
        session = self._desk.session
        if session is not None and session.id == article_id:
            self._passwords.withdraw(f"article:{article_id}")
            self._show_pages()

    def _show_pages(self) -> None:
        self._shut = None
        self._cards.unlocked()
        if self._paging.wanted:
            self._paging.show_from_top()


def _is_locked(session: ArticleSession) -> bool:
    try:
        return session.locked
    except UserFacingError:  # damaged or gone: that is said where its pages are shown
        return False
