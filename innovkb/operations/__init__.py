"""What an administrator needs and a reader of the knowledge base never meets: backups, health,
logs, housekeeping."""
