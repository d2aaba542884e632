"""How the running text is built: title, preamble, the six parts, signature, what a web page left behind."""

from core.outline.edges import is_leaving
from core.outline.outline import Outline, Part, outline

__all__ = ["Outline", "Part", "is_leaving", "outline"]
