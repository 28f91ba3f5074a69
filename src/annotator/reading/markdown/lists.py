"""Lists as people indent them (by two or three spaces, right after a paragraph), set out so that
Python-Markdown, which wants four and a blank line, reads the same lists as CommonMark does."""

import re

_ITEM = re.compile(r"^( *)([-*+]|\d{1,9}[.)])( +)(?=\S)")
_RULE = re.compile(r"^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_MAX_DEPTH = 12
_STEP = 4


def set_out(lines: list[str]) -> list[str]:
    """The lines, list items indented by four spaces a level, lists parted from paragraphs."""
    out: list[str] = []
    levels: list[int] = []  # where the text of each open item begins
    for line in lines:
        line = line.expandtabs(_STEP)
        if not line.strip():
            out.append("")
            continue
        indent = len(line) - len(line.lstrip(" "))
        item = None if _RULE.match(line) else _ITEM.match(line)
        after_blank = not out or not out[-1]
        if item and not (indent >= _STEP and not levels):
            _open_item(item, indent, levels, out, after_blank)
            out.append(_item_line(line, item, len(levels) - 1))
        elif levels and (indent >= levels[0] or not after_blank):
            out.append(_continued(line, indent, levels))
        else:
            levels.clear()
            out.append(line)
    return out


def _open_item(
    item: re.Match[str], indent: int, levels: list[int], out: list[str], after_blank: bool
) -> None:
    while levels and indent < levels[-1]:
        levels.pop()
    interrupts = item[2] in ("-", "*", "+") or item[2] in ("1.", "1)")
    if not levels and not after_blank and interrupts and not _is_item(out[-1]):
        out.append("")
    if len(levels) < _MAX_DEPTH:
        spaces = len(item[3]) if len(item[3]) <= _STEP else 1
        levels.append(indent + len(item[2]) + spaces)


def _item_line(line: str, item: re.Match[str], depth: int) -> str:
    sign = item[2].replace(")", ".")
    return f"{' ' * (_STEP * depth)}{sign} {line[item.end() :]}"


def _continued(line: str, indent: int, levels: list[int]) -> str:
    """A line that goes on with an item, indented as deep as that item's text."""
    depth = max(1, sum(1 for level in levels if indent >= level))
    extra = max(0, indent - levels[depth - 1])
    return " " * (_STEP * depth + extra) + line.lstrip(" ")


def _is_item(line: str) -> bool:
    return bool(_ITEM.match(line))
