"""How an article is set until its reader says otherwise."""

from typing import Any

DEFAULTS: dict[str, Any] = {
    "family": "Source Serif 4",
    "size": 18.5,
    "measure": 600,
    "leading": 1.62,
    "scheme": "system",
    "scale": 1.0,
    "apart": False,
}
"""What the panel sets: type family; size in px at 100 %; measure (the column's width) in px;
leading in parts of the size; the window's scheme and scale; marks told apart without colour."""
