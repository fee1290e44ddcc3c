"""Measures the recognisers on write-ups with a gold standard."""
