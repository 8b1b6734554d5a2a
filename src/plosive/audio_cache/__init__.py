"""Cache of speech: kept utterances, and those that are being made for another listener."""
