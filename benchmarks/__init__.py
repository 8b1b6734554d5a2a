"""Benchmarks: Plosive through its real socket, beside other servers through theirs, on one machine in one run."""
