"""The pre-mortem: which failure archetypes threaten a project."""
