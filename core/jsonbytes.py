"""Data as the JSON files that the program keeps."""

import json


def as_bytes(data: object, indent: int | None = None) -> bytes:
    """In UTF-8. What is no Unicode (a name on Linux may be so) is written as the escapes JSON has for it."""
    end = "\n" if indent else ""
    return (json.dumps(data, ensure_ascii=False, indent=indent) + end).encode("utf-8", "backslashreplace")
