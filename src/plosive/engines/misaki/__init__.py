"""Reads a text as phonemes in the notation of misaki, on which Kokoro and hibari were trained."""
