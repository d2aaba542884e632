"""Unsaved changes outlive a crash: kept a moment after they are made, offered at the next start."""
