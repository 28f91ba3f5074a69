"""The face *Sources*: all there is, what each was used for, and which claims rest on it."""
