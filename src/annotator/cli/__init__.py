"""The command line: what one does without a window; `docs/cli.md` says what is left to it."""

import sys

import click

from annotator import __version__
from annotator.cli import (
    annotating,
    claim,
    claims,
    evidence,
    exporting,
    importing,
    inspecting,
    looking,
    packing,
    reviewing,
    spotting,
)
from annotator.cli.names import COMMANDS
from annotator.cli.progress import at_rest
from annotator.errors import UserFacingError
from annotator.i18n import _

__all__ = ["COMMANDS", "commands", "run"]


@click.group(
    epilog="Without a command, “annotator [FILE…]” opens the window.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.version_option(__version__, prog_name="annotator")
def commands() -> None:
    """Mark up saved articles and prove what you say about them.

    LIBRARY is a library file (*.annotator). ARTICLE is an article's id, an unambiguous beginning of
    it, or its title.
    """


for _command in (
    importing.import_, looking.list_, looking.show, importing.set_, annotating.annotate,
    claims.claims, claim.claim, evidence.evidence, exporting.export, looking.search,
    spotting.spot, inspecting.inside, inspecting.voice, reviewing.review, packing.pack,
    looking.check,
):  # fmt: skip
    commands.add_command(_command)


def run(arguments: list[str]) -> int:
    """Run a command; its exit status. What goes wrong is one sentence on stderr."""
    try:
        result = commands.main(arguments, prog_name="annotator", standalone_mode=False)
    except UserFacingError as error:
        click.echo(str(error), err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Stopped."), err=True)
        return 130
    except UnicodeEncodeError:
        if not any("\ud800" <= letter <= "\udfff" for text in arguments for letter in text):
            raise
        click.echo(_("Some of what was typed is no text; write it in UTF-8."), err=True)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    finally:
        at_rest()
    return result if isinstance(result, int) else 0
