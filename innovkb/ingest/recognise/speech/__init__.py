"""Who says what: words between marks or in turns, and whose they are."""
