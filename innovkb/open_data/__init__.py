"""Everything public in the formats of others: API, feeds, files, sitemap, citations, calendar."""
