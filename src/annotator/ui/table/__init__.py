"""What the faces that show rows share: the table, what stands around it, and how it is kept."""
