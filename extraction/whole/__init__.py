"""What only the whole report shows: goals that lead, sections of goals, outlooks, order over several sentences."""
