"""A hand-out of one page about a theme or a write-up, to print or to edit in a word processor."""
