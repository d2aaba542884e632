"""New documents made from a review: the report in the official layout, the check report, the return notice.

The user's own file is never written by a library (that is ``core.formats``); these documents are new, and the
libraries that write them are imported only with the module that needs them.
"""
