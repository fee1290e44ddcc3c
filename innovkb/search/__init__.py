"""Search: Dutch analysis, the index, two engines, queries and views."""
