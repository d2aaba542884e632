"""The language of the window. What is said of a report itself stays Chinese, as the official form is."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.resources import ROOT

_LOCALES = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
}
_OWN = ROOT / "i18n"


def speak(app: QApplication, language: str) -> None:
    """Put on a language (``settings.LANGUAGE``): Qt's own texts and the program's.

    Every window is told by a LanguageChange.
    """
    before = [child for child in app.children() if isinstance(child, QTranslator)]
    for earlier in before:
        app.removeTranslator(earlier)
        earlier.deleteLater()
    locale = _LOCALES[language]
    QLocale.setDefault(locale)
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", of_qt), ("gouji", str(_OWN))):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
