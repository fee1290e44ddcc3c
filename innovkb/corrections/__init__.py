"""*Klopt dit niet?*: what visitors say is wrong, the editors' queue, and what was corrected."""
