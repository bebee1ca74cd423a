"""What one number alone does not show: goals and answers of a task, paired by order, bracket, date or measure."""
