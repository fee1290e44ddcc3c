"""The pages, suggestions and plain data of the search."""
