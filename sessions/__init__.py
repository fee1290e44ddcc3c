"""Who met, who spoke, what was written down: sessions, speakers, write-ups and quotes."""
