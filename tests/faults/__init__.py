"""Faults that no library call can pretend: processes killed, file systems full, names no one expects."""
