"""``docs/cli.md`` shows the help that the program prints."""

import re
from pathlib import Path

import click
import pytest

from annotator.cli import COMMANDS, commands

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"


def help_of(name):
    """The help of a command as a terminal of 96 columns shows it; "" is the program itself."""
    command = commands.commands[name] if name else commands
    context = click.Context(command, info_name=f"annotator {name}".strip(), max_content_width=96,
                            terminal_width=96, help_option_names=["-h", "--help"])  # fmt: skip
    return command.get_help(context).strip()


def documented():
    text = DOCS.read_text(encoding="utf-8")
    found = re.findall(r"^## (.+?)\n.*?```text\n(.*?)```", text, re.MULTILINE | re.DOTALL)
    return {title.strip("`"): block.strip() for title, block in found}


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_the_documented_help_is_the_programs(name):
    assert documented()[f"annotator {name}".strip()] == help_of(name)


def test_every_command_that_exists_is_named():
    assert set(commands.commands) == set(COMMANDS)
