"""In which voice each number speaks: it promises, reports, foresees, claims a share, or is of something else."""
