"""What goes wrong with the machine, at length: `make faults`. `make integration` runs the short forms."""
