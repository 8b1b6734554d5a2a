"""Kokoro: one model of many voices, which blend."""
