"""The verdict scales every library has, and how they are put into a file.

Ids follow from the names, so that they are the same in every library. A rating counts from 1, the
worst; 0 means that a verdict has no place on a line from false to true.
"""

import sqlite3
from dataclasses import dataclass

from annotator.model import Scale, Verdict
from annotator.model.claims import FIVE_POINT, NO_SCALE, OUTCOME_SCALE, OUTCOMES
from annotator.store.ids import shared_id

IN_USE = "scale"
"""The setting that holds the id of the scale in use."""


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """A scale: its name, what it is for, and its verdicts, the best first: (name, rating, tone,
    definition)."""

    name: str
    description: str
    verdicts: tuple[tuple[str, int, str, str], ...]

    @property
    def id(self) -> str:
        """The fixed id."""
        return shared_id("scale", self.name)


FIRST = BuiltIn(
    FIVE_POINT, "Five points from true to false, as most readers know them.",
    (
        ("True", 5, "good", "Correct, and nothing that matters is left out."),
        ("Mostly true", 4, "good",
         "Correct in substance; a detail needs a word of clarification."),
        ("Half true", 3, "middling",
         "Partly correct; leaves out or mixes up something that matters."),
        ("Mostly false", 2, "bad", "Holds a grain of truth, but gives a wrong impression."),
        ("False", 1, "bad", "Not correct."),
    ),
)  # fmt: skip

THIRD = (
    BuiltIn(
        "six-point", "Six points, the last for claims that are absurd; known from PolitiFact.",
        (
            ("True", 6, "good", "Accurate; nothing significant is missing."),
            ("Mostly true", 5, "good", "Accurate, but needs clarification or additional facts."),
            ("Half true", 4, "middling", "Partly accurate; important details are left out."),
            ("Mostly false", 3, "bad", "An element of truth, but critical facts are ignored."),
            ("False", 2, "bad", "Not accurate."),
            ("Pants on fire", 1, "bad", "Not accurate, and ridiculous besides."),
        ),
    ),
    BuiltIn(
        "rumours", "For rumours and shared pictures; in the manner of Snopes.",
        (
            ("True", 5, "good", "What is claimed in the main can be shown to be so."),
            ("Mostly true", 4, "good", "True in the main; some details around it are not."),
            ("Mixture", 3, "middling", "Holds both what is true and what is not, in weight."),
            ("Mostly false", 2, "bad", "False in the main; some details around it are true."),
            ("False", 1, "bad", "What is claimed in the main can be shown not to be so."),
            ("Unproven", 0, "middling", "There is too little evidence to say either way."),
            ("Outdated", 0, "middling", "It was so once; events since have changed that."),
            ("Miscaptioned", 0, "bad", "A real picture or recording, wrongly described."),
            ("Correct attribution", 0, "good", "The words are from whom they are said to be."),
            ("Misattributed", 0, "bad", "The words are somebody else's."),
            ("Satire", 0, "middling", "It was made as satire and is passed on as fact."),
        ),
    ),
    BuiltIn(
        "categories", "What is wrong with it rather than how much; in the manner of AFP.",
        (
            ("True", 0, "good", "Correct and in its context."),
            ("Missing context", 0, "middling", "True in itself; misleads by what is left out."),
            ("Misleading", 0, "bad", "True material used to give a wrong impression."),
            ("Altered", 0, "bad", "A picture, recording or document that was changed."),
            ("Satire", 0, "middling", "It was made as satire and is passed on as fact."),
            ("False", 0, "bad", "Not correct."),
        ),
    ),
    BuiltIn(NO_SCALE, "A conclusion in words for each claim, and no rating.", ()),
    BuiltIn(
        OUTCOMES, "Outside every scale: claims that get a reason in place of a rating.",
        (
            ("Opinion", 0, "none", "A judgement or a wish; there is nothing to be true or false."),
            ("Not checkable", 0, "none", "It might be true or false; nobody can find out."),
            ("Not checked", 0, "none", "It could be checked; here it was decided not to."),
        ),
    ),
)  # fmt: skip


def built_in() -> tuple[BuiltIn, ...]:
    """The scales that every library has, in their order."""
    return (FIRST, *THIRD)


def scales(connection: sqlite3.Connection) -> list[Scale]:
    """All scales to choose from, built-in ones first; that of the outcomes is none of them."""
    found: dict[str, list[Verdict]] = {}
    for row in connection.execute(
        "SELECT id, scale, name, rating, tone, definition, position FROM verdicts "
        "WHERE deleted = 0 ORDER BY position, n"
    ):
        found.setdefault(row[1], []).append(Verdict(*row))
    known = {scale.id for scale in built_in()}
    rows = connection.execute(
        "SELECT id, name, description FROM verdict_scales WHERE deleted = 0 AND id <> ? "
        "ORDER BY position, n",
        [OUTCOME_SCALE],
    )
    return [
        Scale(id, name, description, tuple(found.get(id, ())), id in known)
        for id, name, description in rows
    ]


def in_use(connection: sqlite3.Connection) -> str:
    """The id of the scale in use."""
    row = connection.execute(
        "SELECT value FROM settings WHERE id = ? AND deleted = 0 AND value <> ''", [IN_USE]
    ).fetchone()
    return str(row[0]) if row else FIRST.id


def verdicts(connection: sqlite3.Connection) -> list[Verdict]:
    """The verdicts of the scale in use, the best first, then the outcomes outside of it."""
    found = connection.execute(
        "SELECT id, scale, name, rating, tone, definition, position FROM verdicts "
        "WHERE deleted = 0 AND scale IN (?1, ?2) ORDER BY scale = ?2, position, n",
        [in_use(connection), OUTCOME_SCALE],
    )
    return [Verdict(*row) for row in found]


def put_first(connection: sqlite3.Connection) -> None:
    """Put the scale that version 1 had into the file."""
    connection.execute(
        "INSERT INTO verdict_scales (id, name) VALUES (?, ?)", [FIRST.id, FIRST.name]
    )
    for name, rating, tone, definition in FIRST.verdicts:
        connection.execute(
            "INSERT INTO verdicts (id, scale, name, rating, tone, definition) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [shared_id("verdict", FIRST.name, name), FIRST.id, name, rating, tone, definition],
        )


def put_third(connection: sqlite3.Connection) -> None:
    """Put the scales that version 3 brought beside it."""
    connection.execute(
        "UPDATE verdict_scales SET description = ? WHERE id = ?", [FIRST.description, FIRST.id]
    )
    for position, (name, *_more) in enumerate(FIRST.verdicts):
        connection.execute(
            "UPDATE verdicts SET position = ? WHERE id = ?",
            [position, shared_id("verdict", FIRST.name, name)],
        )
    for at, scale in enumerate(THIRD, 1):
        _put(connection, at, scale)


def _put(connection: sqlite3.Connection, at: int, scale: BuiltIn) -> None:
    connection.execute(
        "INSERT INTO verdict_scales (id, name, description, position) VALUES (?, ?, ?, ?)",
        [scale.id, scale.name, scale.description, at],
    )
    for position, (name, rating, tone, definition) in enumerate(scale.verdicts):
        connection.execute(
            "INSERT INTO verdicts (id, scale, name, rating, tone, definition, position) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [shared_id("verdict", scale.name, name), scale.id, name, rating, tone, definition,
             position],
        )  # fmt: skip


def verdict(connection: sqlite3.Connection, id: str | None) -> Verdict | None:
    """A verdict by its id, of whichever scale."""
    row = connection.execute(
        "SELECT id, scale, name, rating, tone, definition, position FROM verdicts WHERE id = ?",
        [id],
    ).fetchone()
    return Verdict(*row) if row else None
