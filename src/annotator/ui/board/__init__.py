"""The board: every claim of the library, as a table, as columns, as a chart, and one in full."""
