"""Headings, items and sentences: which stretch of the text is a task."""
