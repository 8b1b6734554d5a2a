"""Child processes that run engines, and the pool that places work on them."""
