"""The map: themes, barriers and what helps, drawn on the server; and where knowledge is thin."""
