"""The wijzer: what helps against the barriers that somebody chose."""
