"""How well the Dutch analysis does: stems, compounds, spelling, speed."""
