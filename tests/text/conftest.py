"""Examples may take as long as the machine makes them: what must not be slow is measured by its growth."""

from hypothesis import settings

settings.register_profile("text", deadline=None)
settings.load_profile("text")
