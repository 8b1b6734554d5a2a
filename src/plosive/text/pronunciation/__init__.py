"""Pronunciation dictionaries: their items, files and words in a text."""
