"""Markdown to the plain text that is spoken."""
