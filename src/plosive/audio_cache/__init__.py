"""Speech that was made before, and speech that is being made for somebody else just now."""
