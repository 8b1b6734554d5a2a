"""Sentences cut from a stream of plain text."""
