"""From raw tables to the statutory tables: every number gets its cell id, or a sentence why it has none."""

from core.recognise.assemble import FormTable, Recognition, recognise
from core.recognise.pieces import Label
from core.recognise.subtotals import Subtotal

__all__ = ["FormTable", "Label", "Recognition", "Subtotal", "recognise"]
