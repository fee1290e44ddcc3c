"""Leaves: text, Markdown, dates, publishing. They know no model of the apps."""
