"""Pictures of a page's words, for who shares it in a chat, a post or a presentation."""
