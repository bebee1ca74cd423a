"""DuckDB: everything that is kept, and every judgement on it."""
