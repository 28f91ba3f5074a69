"""What the commands do: each controller serves a part of the command table."""
