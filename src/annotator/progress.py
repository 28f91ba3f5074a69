"""How a command tells the window that started it how far it is, and what somebody should know about
what it made: lines on stderr, when asked to by a variable of its environment."""

VARIABLE = "ANNOTATOR_PROGRESS"
_WORD = "progress"
_NOTICE = "notice "


def told(done: int, total: int) -> str:
    """The line that says what is done of what."""
    return f"{_WORD} {done} {total}"


def heard(line: str) -> tuple[int, int] | None:
    """(done, total) of such a line, None of any other."""
    match line.split():
        case [word, done, total] if word == _WORD and done.isdecimal() and total.isdecimal():
            return int(done), int(total)
    return None


def noticed(sentence: str) -> str:
    """The line that carries a sentence for whoever started the command."""
    return _NOTICE + " ".join(sentence.split())


def notice(line: str) -> str:
    """The sentence of such a line, "" of any other."""
    return line[len(_NOTICE) :] if line.startswith(_NOTICE) else ""
