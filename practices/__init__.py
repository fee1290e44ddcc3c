"""What was learnt: themes, tips, barriers, archetypes, principles, examples, tools, remedies."""
