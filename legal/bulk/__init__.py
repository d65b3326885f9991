"""The open data: the whole corpus as files, by jurisdiction, made every night."""
