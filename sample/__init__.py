"""A small bureau site of a city that does not exist, so that the first command shows the whole job."""

from datetime import date
from pathlib import Path

# one YAML for each bureau of the sample; the folder source's directory is relative to its file
SOURCES = Path(__file__).parent / "sources"
# the day on which the sample plays: its third quarter is the newest open period, whatever the calendar says later
TODAY = date(2026, 11, 24)
