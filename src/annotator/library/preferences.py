"""The user's settings file: who they are, how they like to read, where they were.

It is theirs, not the library's: it stays on this computer. Without Qt, for the command line
stamps the same author.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import platformdirs

from annotator.store import Identity
from annotator.store.ids import new_id

FOLDER_VARIABLE = "ANNOTATOR_CONFIG"
"""An environment variable that names another folder for the settings file."""


class Preferences:
    """Settings by key; every ``set`` is written at once.

    A file that cannot be read counts as empty and is put aside, so that nothing in it is lost.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or _folder() / "settings.json"
        self._values = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            self._put_aside()
            return {}
        return values if isinstance(values, dict) else {}

    def _put_aside(self) -> None:
        try:
            self.path.replace(self.path.with_suffix(".broken.json"))
        except OSError:
            return  # read-only settings: go on with the defaults

    def get(self, key: str, default: Any = None) -> Any:
        """The value of ``key``, or ``default``."""
        return self._values.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Keep a JSON value. Where the folder cannot be written it is kept for this run only."""
        if self._values.get(key) == value:
            return
        self._values[key] = value
        self._write()

    def _write(self) -> None:
        temporary = self.path.with_suffix(f".{os.getpid()}.tmp")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_text(
                json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True),
                encoding="utf-8",
            )
            temporary.replace(self.path)
        except OSError:
            with suppress(OSError):  # kept for this run only
                temporary.unlink(missing_ok=True)

    def identity(self) -> Identity:
        """Who writes here; ids are made at the first start."""
        for key in ("person", "device"):
            if not self.get(key):
                self.set(key, new_id())
        return Identity(self.get("person"), self.get("name", ""), self.get("device"))


def _folder() -> Path:
    chosen = os.environ.get(FOLDER_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_config_dir("Annotator", False))


def default_library() -> Path:
    """Where the library lies when nobody says otherwise."""
    return Path(platformdirs.user_documents_dir()) / "Annotator" / "Library.annotator"
