"""What lies beside a report: last year's, what was confirmed before, local requirements."""
