"""Plain text into Markdown that shows exactly that text.

Escapes are those that Python-Markdown, CommonMark and GitHub all understand: a backslash where all
three take one, an entity elsewhere (``<``, ``|``, ``~``), and only where something would happen, so
that the file reads well without a renderer too.
"""

import json
import re

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_ALWAYS = re.compile(r"[\\`*_{}\[\]#]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"([-+>!])|(\d+)([.)])|([=:~])")
_UNSAFE_IN_URL = re.compile(r"[\s<>\"'`()\\^{}|\[\]]")
_YAML_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def escape(text: str) -> str:
    """One line of text; a line break becomes a space."""
    return _line(" ".join(text.splitlines()))


def escape_lines(text: str) -> list[str]:
    """Text with its line breaks, a Markdown line each; blank lines are left out."""
    return [_line(line) for line in text.split("\n") if line.strip()]


def paragraph(text: str) -> str:
    """Text with its line breaks as one Markdown paragraph (hard breaks: two blanks)."""
    return "  \n".join(escape_lines(text))


def escape_inline(text: str) -> str:
    """A piece of text inside a line, where a line's beginning means nothing."""
    text = _ENTITY.sub("&amp;", _CONTROLS.sub("", text))
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = text.replace("<", "&lt;").replace("|", "&#124;").replace("\t", "&#9;")
    return text.replace("~", "&#126;") if text.count("~") > 1 else text


def guard_start(line: str) -> str:
    """An escaped line so that nothing at its start makes it a list, a quote, a heading."""
    match = _LINE_START.match(line)
    if not match:
        return line
    sign, digits, dot, other = match.groups()
    if other:
        return f"&#{ord(other)};{line[1:]}"
    return f"\\{line}" if sign else f"{digits}\\{dot}{line[match.end() :]}"


def _line(text: str) -> str:
    return kept_blanks(escape_inline(text))


def kept_blanks(line: str) -> str:
    """An escaped line with its start guarded and the blanks at its ends, which would be dropped,
    as entities."""
    core = line.strip()
    at = line.index(core)
    start, end = _entities(line[:at]), _entities(line[at + len(core) :])
    return start + (core if start else guard_start(core)) + end


def _entities(text: str) -> str:
    return "".join(f"&#{ord(c)};" for c in text)


def quote(lines: str) -> str:
    """Markdown as a block quote."""
    return "\n".join(f"> {line}" if line else ">" for line in lines.split("\n"))


def url(address: str) -> str:
    """A link's destination: what would end it early is percent-encoded."""
    return _UNSAFE_IN_URL.sub(
        lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), address.strip()
    )


def link(title: str, address: str) -> str:
    """``[title](address)``, or ``<address>`` where the title is but the address."""
    destination = url(address)
    if title.strip() in (address, destination) and destination.startswith(("http://", "https://")):
        return f"<{destination}>"
    return f"[{escape(title)}]({destination})"


def yaml_text(text: str) -> str:
    """A string as YAML (double quoted: JSON's rules are a subset)."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _YAML_UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
