"""These tests leave nothing behind."""

from leaks import leaves_nothing_behind

__all__ = ["leaves_nothing_behind"]
