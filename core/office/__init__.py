"""Old office documents (.doc, .wps, .xls, .et, .rtf, .odt …) made docx or xlsx by the suite on this computer.

``suites`` finds what can convert a kind (``formats.old``), ``convert`` does many files at a time, ``kept``
remembers the results, ``opening`` reads a file through all this, ``beside`` puts a result where the clerk
goes on with it. The original is only ever read.
"""
