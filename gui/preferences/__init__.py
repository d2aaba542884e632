"""The dialog of settings: rows, each of which shows one option and writes it."""
