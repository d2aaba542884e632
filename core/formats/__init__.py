"""One file a format: its reader and its encoder side by side. ``core.formats.registry`` picks by content."""
