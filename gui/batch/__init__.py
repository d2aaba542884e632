"""The window 批量核对: a folder of reports checked, listed, compared."""
