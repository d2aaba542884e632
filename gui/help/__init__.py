"""The help: every check with its source, the keys, how to write local requirements; about the program."""
