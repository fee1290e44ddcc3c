"""Who comes in: guesses are slowed, passwords hold, sessions end."""
