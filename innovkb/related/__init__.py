"""What belongs with an item, and why."""
