"""Who is named: names, the people they stand for, and what the words around them say."""
