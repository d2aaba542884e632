"""What is wrong and what it should be: cards, findings, confirming."""
