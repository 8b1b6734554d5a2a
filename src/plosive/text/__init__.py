"""Text on its way to speech: Markdown out, sentences cut. Pure: no I/O, no clock."""
