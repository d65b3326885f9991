"""Reading files of cases: TOML, one case a file, and JSON Lines, one case a line; no database."""
