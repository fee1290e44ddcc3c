"""The pages of practices, one module a subject."""
