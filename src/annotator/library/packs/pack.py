"""What a pack holds, and its form in the file: ``pack.json`` in a zip, beside the articles' files.

A pack comes from somebody else: whatever is in it is looked at before it is believed.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from annotator.errors import UnreadableFile
from annotator.i18n import _
from annotator.library.minimum import Minimum, checked
from annotator.library.scales import refuse_names
from annotator.library.values import one_of, tag_path
from annotator.model.annotation import COLOURS
from annotator.model.claims import OUTCOME_SCALE

FORMAT, VERSION = "annotator-pack", 1
TONES = ("good", "middling", "bad", "none")
_SHA256 = re.compile(r"[0-9a-f]{64}")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PackArticle:
    """An article: the hex hash of its file, that file's name, and what is known of it."""

    sha256: str
    file_name: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A question on a passage: ``exact`` with its context, and where it stood (code points)."""

    article: str
    text: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    colour: str = "yellow"


@dataclass(frozen=True, slots=True)
class PackVerdict:
    """A verdict of the scale handed out, in order, the best first."""

    id: str
    name: str
    rating: int = 0
    tone: str = "none"
    definition: str = ""


@dataclass(frozen=True, slots=True)
class PackScale:
    """The scale to use. One that every library has is known by its id alone."""

    id: str
    name: str
    description: str = ""
    verdicts: tuple[PackVerdict, ...] = ()


@dataclass(frozen=True, slots=True)
class PackTag:
    """A tag to choose from."""

    path: str
    colour: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """``id`` names the pack for good: handed out again, its questions are the same ones. ``by`` is
    the id of who made it, ``by_name`` what to call them."""

    id: str
    name: str
    by: str = ""
    by_name: str = ""
    minimum: Minimum = field(default_factory=Minimum)
    scale: PackScale | None = None
    tags: tuple[PackTag, ...] = ()
    colours: Mapping[str, str] = field(default_factory=dict)
    articles: tuple[PackArticle, ...] = ()
    questions: tuple[Question, ...] = ()


def to_json(pack: Pack) -> bytes:
    """The pack as it stands in the file."""
    said = {"format": FORMAT, "version": VERSION, **asdict(pack)}
    return json.dumps(said, ensure_ascii=False, indent=2).encode()


def from_json(data: bytes) -> Pack:
    """The pack that ``to_json`` wrote. Raises ``UnreadableFile`` for anything else."""
    try:
        said = json.loads(data)
        if said["format"] != FORMAT:
            raise no_pack()
        version = int(said["version"])
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise no_pack() from error
    if version > VERSION:
        raise UnreadableFile(_("This pack was made by a newer Annotator; bring yours up to date."))
    try:
        return _pack(said)
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
        raise no_pack() from error


def no_pack() -> UnreadableFile:
    """That a file is not what ``annotator pack export`` writes."""
    return UnreadableFile(_("This is no pack, or a damaged one; ask for the file again."))


def _pack(said: Mapping[str, Any]) -> Pack:
    return Pack(
        id=_text(said["id"]),
        name=_text(said["name"]),
        by=_text(said.get("by", "")),
        by_name=_text(said.get("by_name", "")),
        minimum=_minimum(said.get("minimum") or {}),
        scale=_scale(said["scale"]) if said.get("scale") else None,
        tags=_each(said, "tags", _tag),
        colours={one_of(_("colour"), c, COLOURS): _text(n) for c, n in said["colours"].items()},
        articles=_each(said, "articles", _article),
        questions=_each(said, "questions", _question),
    )


def _each(said: Mapping[str, Any], name: str, read: Callable[[Any], T]) -> tuple[T, ...]:
    return tuple(read(one) for one in said.get(name) or ())


def _minimum(said: Mapping[str, Any]) -> Minimum:
    return Minimum(
        checked("sources", said.get("sources", 0)), checked("origins", said.get("origins", 0)),
        checked("claims", said.get("claims", 0)),
        tuple(tag_path(_text(path)) for path in said.get("tags") or ()),
        bool(said.get("other_person", False)),
    )  # fmt: skip


def _scale(said: Mapping[str, Any]) -> PackScale:
    scale = PackScale(
        _words(said["id"]), _words(said["name"]), _text(said.get("description", "")),
        _each(said, "verdicts", _verdict),
    )  # fmt: skip
    if scale.id == OUTCOME_SCALE or len({one.id for one in scale.verdicts}) < len(scale.verdicts):
        raise no_pack()
    refuse_names(one.name for one in scale.verdicts)
    return scale


def _verdict(said: Mapping[str, Any]) -> PackVerdict:
    return PackVerdict(
        _words(said["id"]), _words(said["name"]), checked("rating", said.get("rating", 0)),
        one_of(_("tone"), said.get("tone", "none"), TONES), _text(said.get("definition", "")),
    )  # fmt: skip


def _tag(said: Mapping[str, Any]) -> PackTag:
    path = tag_path(_text(said["path"]))
    return PackTag(path, _text(said.get("colour", "")), _text(said.get("description", "")))


def _article(said: Mapping[str, Any]) -> PackArticle:
    sha256 = _text(said["sha256"])
    if not _SHA256.fullmatch(sha256):
        raise no_pack()
    details = {_text(name): _text(value) for name, value in (said.get("details") or {}).items()}
    return PackArticle(sha256, _text(said["file_name"]), details)


def _question(said: Mapping[str, Any]) -> Question:
    return Question(
        _text(said["article"]), _text(said["text"]), _text(said["exact"]),
        _text(said.get("prefix", "")), _text(said.get("suffix", "")),
        int(said.get("start", 0)), int(said.get("end", 0)),
        one_of(_("colour"), said.get("colour", "yellow"), COLOURS),
    )  # fmt: skip


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    value.encode()  # half a letter that JSON can write, and no file: a ``ValueError``
    return value


def _words(value: Any) -> str:
    """A text in one line that says something."""
    words = " ".join(_text(value).split())
    if not words:
        raise ValueError("nothing is said")
    return words
