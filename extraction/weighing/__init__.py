"""How likely a number is a promise or an answer, by weights learned from annotated reports."""
