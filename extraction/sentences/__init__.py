"""One sentence as its numbers are read: what each measures, of what, and whose it is."""
