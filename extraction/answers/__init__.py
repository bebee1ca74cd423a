"""Which figure answers which promise, or why none does."""
