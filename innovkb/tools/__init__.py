"""Tools that visitors work with: the wijzer, the pre-mortem, the map and the cards."""
