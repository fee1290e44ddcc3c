"""What is around every page: menu, light and dark, home, about, errors, kept pages."""
