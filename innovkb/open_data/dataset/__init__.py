"""The whole public corpus as files: made by a command, described for people and catalogues."""
