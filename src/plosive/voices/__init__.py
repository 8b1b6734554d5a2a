"""Installed voices, and the ids that name them."""
