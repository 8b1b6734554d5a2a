"""espeak-ng: the embedded voice, by its C library."""
