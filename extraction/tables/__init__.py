"""Rows of tables as tasks: what their columns promise and report."""
