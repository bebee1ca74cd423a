"""The text as it is read: mended, cleared and veiled, with every character still known by its own place."""
