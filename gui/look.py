"""The window's own palettes, light, dark and high contrast, and which of them is worn.

Fusion takes the system's colours where the system has any to give; on Linux it mostly has none, so the
program brings its own. A high-contrast scheme of the system is left alone: its user chose it.
"""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from gui.theme import colours, mix

_EDGED = "edged"
_Role = QPalette.ColorRole
_LIGHT = {
    _Role.Window: "#f4f6f9",
    _Role.WindowText: "#1d2229",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#f6f8fb",
    _Role.Text: "#1d2229",
    _Role.PlaceholderText: "#5d6673",
    _Role.Button: "#f4f6f9",
    _Role.ButtonText: "#1d2229",
    _Role.BrightText: "#ffffff",
    _Role.Highlight: "#2166c4",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#2166c4",
    _Role.Link: "#1a5cb8",
    _Role.LinkVisited: "#5b4aa8",
    _Role.ToolTipBase: "#ffffff",
    _Role.ToolTipText: "#1d2229",
    _Role.Light: "#ffffff",
    _Role.Midlight: "#e6eaf0",
    _Role.Mid: "#c3cad4",
    _Role.Dark: "#a3acb8",
    _Role.Shadow: "#7b8490",
}
_DARK = {
    _Role.Window: "#24272c",
    _Role.WindowText: "#e6e9ed",
    _Role.Base: "#1a1d21",
    _Role.AlternateBase: "#202328",
    _Role.Text: "#e6e9ed",
    _Role.PlaceholderText: "#98a1ad",
    _Role.Button: "#2c3036",
    _Role.ButtonText: "#e6e9ed",
    _Role.BrightText: "#ffffff",
    _Role.Highlight: "#3b7fd9",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#5a9bf0",
    _Role.Link: "#7db4ff",
    _Role.LinkVisited: "#b8a6ff",
    _Role.ToolTipBase: "#30343a",
    _Role.ToolTipText: "#e6e9ed",
    _Role.Light: "#454b54",
    _Role.Midlight: "#373c44",
    _Role.Mid: "#1d2024",
    _Role.Dark: "#15171a",
    _Role.Shadow: "#0d0e10",
}
_GROUNDS = (_Role.Window, _Role.Base, _Role.AlternateBase, _Role.Button, _Role.ToolTipBase)
_INKS = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.ToolTipText, _Role.PlaceholderText)
_EDGES = (_Role.Light, _Role.Midlight, _Role.Mid, _Role.Dark)
_STRONG_DARK = {
    **_DARK,
    **dict.fromkeys(
        (_Role.Window, _Role.Base, _Role.AlternateBase, _Role.Button, _Role.ToolTipBase), "#000000"
    ),
    **dict.fromkeys(_INKS, "#ffffff"),
    _Role.Highlight: "#1aebff",
    _Role.HighlightedText: "#000000",
    _Role.Accent: "#1aebff",
    _Role.Link: "#ffd24d",
    _Role.LinkVisited: "#ffd24d",
    **dict.fromkeys(_EDGES, "#c8c8c8"),
}
_STRONG_LIGHT = {
    **_LIGHT,
    **dict.fromkeys(
        (_Role.Window, _Role.Base, _Role.AlternateBase, _Role.Button, _Role.ToolTipBase), "#ffffff"
    ),
    **dict.fromkeys(_INKS, "#000000"),
    _Role.Highlight: "#37006e",
    _Role.Accent: "#37006e",
    _Role.Link: "#00378a",
    _Role.LinkVisited: "#00378a",
    **dict.fromkeys(_EDGES, "#404040"),
}
_SHADES = {
    (False, False): _LIGHT,
    (True, False): _DARK,
    (False, True): _STRONG_LIGHT,
    (True, True): _STRONG_DARK,
}
_TEXTS = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def palette(is_dark: bool, *, is_strong: bool = False) -> QPalette:
    """Light or dark; ``is_strong``: in high contrast."""
    made = QPalette()
    shades = _SHADES[is_dark, is_strong]
    for role, colour in shades.items():
        made.setColor(role, QColor(colour))
    faint = mix(QColor(shades[_Role.Window]), QColor(shades[_Role.WindowText]), 0.42)
    for role in _TEXTS:
        made.setColor(QPalette.ColorGroup.Disabled, role, faint)
    made.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, faint)
    return made


def wear(app: QApplication, scheme: str) -> None:
    """Put on the palette for ``scheme``, see ``settings.SCHEME``; high contrast is as dark as the system."""
    app.setPalette(QPalette())
    system = colours(app.palette())
    is_strong = scheme == "contrast" or (scheme == "system" and system.is_high_contrast)
    _edge(app, is_strong)
    if scheme == "system" and is_strong:
        return
    is_dark = scheme == "dark" or (scheme != "light" and system.is_dark)
    app.setPalette(palette(is_dark, is_strong=is_strong))


def _edge(app: QApplication, is_strong: bool) -> None:
    """Give every control an edge, or none any more."""
    if is_strong == bool(app.property(_EDGED)):
        return
    from gui.edges import Edges  # seldom wanted

    app.setStyle(Edges() if is_strong else QStyleFactory.create("Fusion"))
    app.setProperty(_EDGED, is_strong)
