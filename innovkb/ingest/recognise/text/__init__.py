"""The text as a document: its lines, blocks, headings, sentences, and the words of the rules."""
