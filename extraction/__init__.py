"""Text in, meaning out: pure functions from a Document to records. No I/O, no clock, no database."""

VERSION = "16"  # of the rules; stored with every extraction, raised when an answer can change
