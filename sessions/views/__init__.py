"""The pages of sessions, one module a subject."""
