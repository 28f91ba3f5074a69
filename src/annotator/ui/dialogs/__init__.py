"""Sheets over the window. They block nothing and are gone when closed."""
