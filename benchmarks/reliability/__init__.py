"""`python -m benchmarks reliability`: kills, stopped readers, floods, overload, poison and a soak, each beside its goal."""
