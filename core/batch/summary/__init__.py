"""The summary workbook of a run: what a reviewing office files, hands up and sends back."""

from core.batch.summary.whole import summary_of
from core.batch.summary.workbook import Findings, summary

__all__ = ["Findings", "summary", "summary_of"]
