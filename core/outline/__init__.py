"""How the running text is built: title, preamble, the six parts, signature, what a web page left behind."""

from core.outline.edges import is_leaving
from core.outline.headings import Named, Style, heading_of
from core.outline.lines import bare, unified, whole
from core.outline.outline import Outline, Part, official_name, outline

__all__ = [
    "Named",
    "Outline",
    "Part",
    "Style",
    "bare",
    "heading_of",
    "is_leaving",
    "official_name",
    "outline",
    "unified",
    "whole",
]
