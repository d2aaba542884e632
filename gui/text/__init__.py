"""The report's running text: what it says about the tables, what is wrong in it."""
