"""Many reports at once: found in folders, checked in parallel processes, remembered by content."""
