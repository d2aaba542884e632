"""Sentences of the report that say another number than its tables (G of the catalogue of checks)."""

from core.checks.prose.against import against_tables

__all__ = ["against_tables"]
