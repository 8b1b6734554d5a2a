"""Pronunciation dictionaries: their items, their files, and the search for their words in a text."""
