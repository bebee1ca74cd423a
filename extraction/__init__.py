"""Text in, meaning out: pure functions from a Document to records. No I/O, no clock, no database."""

VERSION = "15"  # of the rules; stored with every extraction, raised when an answer can change
