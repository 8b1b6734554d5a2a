"""Turns a client's text into segments to speak: strips Markdown, cuts sentences. Pure: no I/O, no clock."""
