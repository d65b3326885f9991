"""What keepers, claimants and moderators type."""
