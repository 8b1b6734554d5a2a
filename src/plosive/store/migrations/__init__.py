"""The migrations of the schema, one file in `versions` each; `plosive.store.database` runs them at start."""
