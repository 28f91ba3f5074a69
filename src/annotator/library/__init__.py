"""The use cases: libraries and open articles."""

from annotator.library.importing import ImportReport
from annotator.library.library import Library
from annotator.library.marks import Mark
from annotator.library.preferences import Preferences, default_library
from annotator.library.session import ArticleSession

__all__ = [
    "ArticleSession",
    "ImportReport",
    "Library",
    "Mark",
    "Preferences",
    "default_library",
]
