"""Search: Dutch analysis, an index that both databases hold alike, queries, pages."""
