"""SSML 1.1 to segments of styled spans."""
