"""How the running text is built: title, preamble, the six parts, signature, what a web page left behind."""

from core.outline.outline import Outline, Part, outline

__all__ = ["Outline", "Part", "outline"]
