"""Telling screen readers what happened."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from annotator.i18n import _


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Has a screen reader say ``text``; urgent: at once, cutting off what it says now."""
    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def plain_tip(text: str) -> str:
    """Text as a tooltip that Qt wraps and never takes for HTML (titles and notes are hostile)."""
    from html import escape

    return f"<p>{escape(text)}</p>" if text else ""


def verdict_spoken(name: str) -> str:
    """A verdict as it is read out; "" is none yet."""
    return _("Verdict: {name}").format(name=name) if name else _("No verdict yet")
