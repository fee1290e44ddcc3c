"""Passages: where an item stands in its text, marked, with what surrounds it, and checked."""
