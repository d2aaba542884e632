"""What goes into the bundle and what stays out; read by ``app.spec`` and by the tests."""

from fnmatch import fnmatch

WHOLE_PACKAGES = ("core", "gui")
"""Every module of these goes in: some are imported by name, only when used."""

LOOSE_PACKAGES = ("PySide6", "fpdf", "shiboken6")
"""Under the LGPL: they lie as files that a user may replace, not inside the executable."""

EXCLUDED_MODULES = (
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "_hashlib",
    "_ssl",
    "asyncio",
    "distutils",
    "http.client",
    "urllib.request",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "numpy",
    "PIL",
    "pydoc",
    "pytest",
    "setuptools",
    "sqlite3",
    "ssl",
    "tkinter",
    "unittest",
)

EXCLUDED_FILES = (
    "*/plugins/egldeviceintegrations/*",
    "*/plugins/generic/*",
    "*/plugins/imageformats/*",
    "*/plugins/networkinformation/*",
    "*/plugins/platforminputcontexts/*virtualkeyboard*",
    "*/plugins/platforms/*eglfs*",
    "*/plugins/platforms/*linuxfb*",
    "*/plugins/platforms/*minimal*",
    "*/plugins/platforms/*vkkhr*",
    "*/plugins/platforms/*vnc*",
    "*/plugins/platforms/*wayland*",
    "*/plugins/platforms/qdirect2d*",
    "*/plugins/platformthemes/*gtk3*",
    "*/plugins/tls/*",
    "*/plugins/wayland*",
    "*/translations/*",
    "*opengl32sw*",
    "*Qt*6EglF*",
    "*Qt*6Network*",
    "*Qt*6OpenGL*",
    "*Qt*6Pdf*",
    "*Qt*6Qml*",
    "*Qt*6Quick*",
    "*Qt*6VirtualKeyboard*",
    "*Qt*6Wayland*",
    "*Qt*6WlShell*",
    "*lib*crypto*",
    "*lib*ssl*",
    "*lxml/isoschematron/*",
    "*openpyxl/*.txt",
    "resources/i18n/*.ts",
    "resources/pictures/*",
)
"""Patterns of places inside the bundle, with forward slashes."""

KEPT_FILES = ("*/plugins/imageformats/*svg*", "*/translations/qtbase_zh_CN.qm")
"""Stay in although a pattern above has them out."""

SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
"""Libraries from here belong to the machine that builds; the user's machine has its own."""

KEPT_SYSTEM_LIBRARIES = ("libxcb-*",)
"""The exception: small, old enough for every system, and often not installed."""


def is_wanted(place: str, source: str) -> bool:
    """Whether a file goes in: where it would lie in the bundle, and where it is on the building machine."""
    place, source = place.replace("\\", "/"), source.replace("\\", "/")
    if source.startswith(SYSTEM_FOLDERS):
        return _matches(place.rpartition("/")[2], KEPT_SYSTEM_LIBRARIES)
    return _matches(place, KEPT_FILES) or not _matches(place, EXCLUDED_FILES)


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)
