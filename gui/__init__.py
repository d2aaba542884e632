"""The window: shows a core.review.Review and lets the clerk change it. Knows no file format."""
