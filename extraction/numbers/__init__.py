"""Every number of a text with unit, magnitude, qualifier and place; numbers that are names are set apart."""
