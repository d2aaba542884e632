"""The language of the window. What is said of a report itself stays Chinese, as the official form is."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.resources import ROOT

_LOCALES = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
}
_OWN = ROOT / "i18n"
_SPOKEN: list[QTranslator] = []
"""Those that are put on."""


def speak(app: QApplication, language: str) -> None:
    """Put on a language (``settings.LANGUAGE``): Qt's own texts and the program's.

    Every window is told by a LanguageChange.
    """
    while _SPOKEN:
        app.removeTranslator(_SPOKEN.pop())
    locale = _LOCALES[language]
    QLocale.setDefault(locale)
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", of_qt), ("gouji", str(_OWN))):
        translator = QTranslator()
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
            _SPOKEN.append(translator)
