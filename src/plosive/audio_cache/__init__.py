"""The audio cache: complete utterances, and those that are being made for another listener."""
