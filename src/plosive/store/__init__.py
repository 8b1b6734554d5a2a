"""The store: dictionaries, keys, usage and audio records in SQLite or Postgres. The only package that speaks SQL."""
