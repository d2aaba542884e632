"""A short tour of the window for those who see it for the first time."""
