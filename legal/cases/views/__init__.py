"""Pages of cases: the directory, a case, its feed and its addresses for search engines."""
