"""From raw tables to the statutory tables: every number gets its cell id, or a sentence why it has none."""

from core.recognise.assemble import FormTable, Recognition, recognise

__all__ = ["FormTable", "Recognition", "recognise"]
