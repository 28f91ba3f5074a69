"""Tools for those who build Annotator."""
