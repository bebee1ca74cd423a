"""What words mean, said once: the reviewed lists, names and how they compare, times, offices and places."""
