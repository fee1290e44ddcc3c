"""``/api/v1/``: everything that is public, as JSON, straight from the registry of kinds."""
