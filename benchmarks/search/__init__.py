"""What the search finds, how fast, and beside what: `quality` and `speed`."""
