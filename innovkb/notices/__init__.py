"""What waits for an editor: a count on every screen, and mail for who wants it."""
