"""What a user may put into a field; ``InvalidValue`` says what is allowed."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.model import Claim, Verdict, claimants
from annotator.model.annotation import COLOURS, STYLES
from annotator.model.claims import CLAIM_KINDS, SOURCE_TYPES, STANCES, STATUSES

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}.*)?)?)?$")
_WEB_PAGE = re.compile(r"https?://[^\s/?#]+\S*$", re.IGNORECASE)
DATES = frozenset({"claimed", "as_of", "check_again"})
"""The fields of a claim that hold a date."""
LONGEST_NAME = 200
"""Code points of who said it: a name with what somebody is, no story."""


def one_of(what: str, value: str, allowed: Sequence[str]) -> str:
    """The member of ``allowed`` that equals ``value`` without regard to case."""
    for known in allowed:
        if known.casefold() == value.strip().casefold():
            return known
    names = ", ".join(name for name in allowed if name)
    raise InvalidValue(
        _("“{value}” is no {what}; choose one of: {names}.").format(
            value=value, what=what, names=names
        )
    )


def colour(value: str) -> str:
    """A mark's colour."""
    return one_of(_("colour"), value, COLOURS)


def style(value: str) -> str:
    """A mark's style."""
    return one_of(_("style"), value, STYLES)


def kind(value: str) -> str:
    """A claim's kind."""
    return one_of(_("kind of claim"), value, CLAIM_KINDS)


def status(value: str) -> str:
    """A claim's status."""
    return one_of(_("status"), value, STATUSES)


def stance(value: str) -> str:
    """How evidence stands to a claim."""
    return one_of(_("stance"), value, STANCES)


def source_type(value: str) -> str:
    """What sort of evidence it is; may be empty."""
    return one_of(_("type of source"), value, SOURCE_TYPES)


def verdict(value: str, known: Iterable[Verdict]) -> Verdict:
    """The verdict of that name."""
    by_name = {verdict.name: verdict for verdict in known}
    return by_name[one_of(_("verdict"), value, tuple(by_name))]


def date(value: str) -> str:
    """A date, possibly partial, or nothing."""
    value = value.strip()
    if value and not (_DATE.match(value) and _is_on_the_calendar(value[:10])):
        raise InvalidValue(
            _("“{value}” is no date; write it as 2026-05-12, 2026-05 or 2026.").format(value=value)
        )
    return value


def past_date(value: str) -> str:
    """A date, possibly partial, that is not after today; or nothing."""
    value = date(value)
    if is_before(datetime.date.today().isoformat(), value):
        raise InvalidValue(
            _("“{value}” lies in the future; give today's date or an earlier one.").format(
                value=value
            )
        )
    return value


def is_before(one: str, other: str) -> bool:
    """Whether a date lies before another one, as far as both are known: the year of one may be all
    there is."""
    known = min(len(one), len(other))
    return one[:known] < other[:known]


def web_page(value: str) -> str:
    """Where a page is or will be on the web, with a host; or nothing."""
    value = value.strip()
    if value and not _WEB_PAGE.match(value):
        raise InvalidValue(
            _("“{value}” is no web address; it looks like https://example.org/page.").format(
                value=value
            )
        )
    return value


def _is_on_the_calendar(value: str) -> bool:
    try:
        datetime.date.fromisoformat(f"{value}{'-01' * (2 - value.count('-'))}")
    except ValueError:
        return False
    return True


def claimant(value: str) -> str:
    """Who said it, in one line; the article itself by its one name."""
    name = claimants.stored(value)
    if len(name) > LONGEST_NAME:
        raise InvalidValue(
            _("“Said by” takes a name of at most {most} characters; shorten it.").format(
                most=LONGEST_NAME
            )
        )
    return name


def tag_path(value: str) -> str:
    """A tag's path with blanks around its levels and empty levels taken out."""
    levels = [" ".join(level.split()) for level in value.strip().lstrip("#").split("/")]
    path = "/".join(level for level in levels if level)
    if not path:
        raise InvalidValue(_("A tag needs a name."))
    return path


def claim_fields(fields: Mapping[str, Any], verdicts: Iterable[Verdict]) -> dict[str, Any]:
    """The fields of a claim as they are stored; None counts as not said, an empty verdict takes
    back the one there is."""
    checked = {name: value for name, value in fields.items() if value is not None}
    for name in ("statement", "claimant"):
        if name in checked:
            checked[name] = str(checked[name]).strip()
    if "kind" in checked:
        checked["kind"] = kind(checked["kind"])
    if "status" in checked:
        checked["status"] = status(checked["status"])
    if "priority" in checked:
        checked["priority"] = priority(checked["priority"])
    if "claimant" in checked:
        checked["claimant"] = claimant(checked["claimant"])
    for name in DATES & checked.keys():
        checked[name] = past_date(checked[name]) if name == "as_of" else date(checked[name])
    if "verdict" in checked:
        checked |= verdict_fields(checked["verdict"], verdicts)
    return checked


def agree(fields: Mapping[str, Any], claim: Claim | None = None) -> None:
    """Refuse to look at a claim again before the day that its verdict holds for. ``fields`` are
    those that change, as stored; what is merely as it was is let be."""
    if not (fields.get("check_again") or fields.get("as_of")):
        return
    as_of = fields.get("as_of", claim.as_of if claim else "")
    again = fields.get("check_again", claim.check_again if claim else "")
    if again and is_before(again, as_of):
        raise InvalidValue(
            _(
                "The day to check again ({again}) lies before the day the verdict holds for"
                " ({as_of}); change one of them."
            ).format(again=again, as_of=as_of)
        )


def verdict_fields(value: str, known: Iterable[Verdict]) -> dict[str, Any]:
    """A verdict as it is stored: the id of one, or, where there is no scale to choose from, a
    conclusion in the user's words; neither for an empty one."""
    value, verdicts = " ".join(value.split()), list(known)
    if not value:
        return {"verdict": None, "conclusion": ""}
    names = {verdict.name.casefold() for verdict in verdicts}
    if all(verdict.is_outcome for verdict in verdicts) and value.casefold() not in names:
        return {"verdict": None, "conclusion": value}
    return {"verdict": verdict(value, verdicts).id, "conclusion": ""}


def priority(value: int | str) -> int:
    """A claim's priority: 0 the usual one, higher first."""
    try:
        return int(value)
    except ValueError:
        raise InvalidValue(
            _("“{value}” is no priority; give a whole number.").format(value=value)
        ) from None
