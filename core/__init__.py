"""Gouji's library: from a report's bytes to findings and back to corrected bytes. Knows no window."""

__version__ = "0.1.0"
