"""The commands' names, kept apart so that opening the window does not load the command line."""

COMMANDS = (
    "import", "list", "show", "set", "annotate", "claims", "claim", "evidence", "export", "search",
    "spot", "inside", "voice", "review", "pack", "check",
)  # fmt: skip
