"""Atom feeds: what came to this site last, of everything, a kind, a subject or a search."""
