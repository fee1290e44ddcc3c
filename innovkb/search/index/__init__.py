"""The index: what it holds of every public page, and how it follows each change."""
