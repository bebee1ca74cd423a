"""Figures of several owners, told side by side."""
