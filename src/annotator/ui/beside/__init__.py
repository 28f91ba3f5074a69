"""A second article beside the first: to read in, and to bring its passages as evidence."""
