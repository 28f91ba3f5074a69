"""Words put together, whatever they are about."""

from PySide6.QtCore import QDate, QLocale

from annotator.model.direction import apart


def date_text(date: str) -> str:
    """A date, possibly partial, as people write it: ``2 May 2026``, ``May 2026``, ``2026``."""
    parts = date[:10].split("-")
    if len(parts) == 3:
        day = QDate.fromString(date[:10], "yyyy-MM-dd")
        return QLocale().toString(day, "d MMM yyyy") if day.isValid() else date
    if len(parts) == 2:
        month = QDate.fromString(f"{date[:7]}-01", "yyyy-MM-dd")
        return QLocale().toString(month, "MMM yyyy") if month.isValid() else date
    return date


def joined(*parts: str) -> str:
    """The parts that say something, with dots between."""
    return " · ".join(apart(part) for part in parts if part)


def shortened(text: str, most: int = 60) -> str:
    """A text in one line of at most so many characters."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
