"""Importing write-ups: read, recognise, plan, review, apply."""
