"""innovkb: a knowledge base of what public-sector innovators have learnt."""
