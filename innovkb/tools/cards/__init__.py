"""Sets of items to print as cards and to share: the set is in the address, and nowhere else."""
