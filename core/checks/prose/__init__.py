"""Sentences of the report that say another number than its tables (G of the catalogue of checks)."""

from core.checks.prose.against import against_tables
from core.checks.prose.fees import collected, reported
from core.checks.prose.growth import growth
from core.checks.prose.parts import parts
from core.checks.prose.repeated import repeated

__all__ = ["against_tables", "collected", "growth", "parts", "repeated", "reported"]
