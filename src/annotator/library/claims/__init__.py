"""The claims of a library, wherever they stand: the board's use cases."""
