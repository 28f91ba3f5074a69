"""Arguments and options that several commands share."""

from pathlib import Path

import click

library_argument = click.argument("library", type=click.Path(path_type=Path, readable=False))
article_argument = click.argument("article")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
