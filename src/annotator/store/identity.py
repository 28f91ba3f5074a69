"""Who writes, and on which device: stamped on every operation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """A person's id and name, and the id of the device they sit at (UUIDs)."""

    person: str
    name: str
    device: str
