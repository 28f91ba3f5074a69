"""Evidence as it is shown and written: the same on cards, on the board and wherever else."""
