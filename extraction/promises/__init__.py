"""What is promised: kind, operator, direction, tier and deadline of each target; milestones; goals behind a gap."""
