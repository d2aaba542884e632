"""What a process of the program reaches for outside itself, told by Python's own audit events (PEP 578)."""
