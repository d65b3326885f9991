"""What every floor shares: jurisdictions, regions, topics, terms."""
