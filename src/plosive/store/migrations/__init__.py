"""How the schema came to be: one file in `versions` a step, run by `plosive.store.database` at start."""
