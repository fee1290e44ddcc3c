"""A search: the query is read, scored, filtered and explained."""
