"""Old office documents (.doc, .wps, .xls, .et, .rtf, .odt …) made docx or xlsx by the suite on this computer.

``kinds`` tells by content what a file is, ``suites`` finds what can convert it, ``convert`` does many at a
time, ``beside`` puts a result where the clerk goes on with it. The original is only ever read.
"""
