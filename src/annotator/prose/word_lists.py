"""How the tables of words are written down: many in a line."""


def words(listed: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(listed.split())
