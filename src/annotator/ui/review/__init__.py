"""The checklist before something is handed in, as a panel of the window."""
