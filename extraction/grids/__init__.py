"""Tables in every shape they reach us: their cells, rows and columns, and what a column holds."""
