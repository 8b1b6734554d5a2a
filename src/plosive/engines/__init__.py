"""Speech engines. Synchronous, and imported only by the worker child, because C code crashes."""
