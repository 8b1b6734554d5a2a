"""Which voices exist, and which of them an id names."""
