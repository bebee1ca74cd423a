"""What is worth a person's time, and how it is said. Pure; knows the warehouse's record types only."""
