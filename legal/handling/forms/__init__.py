"""What staff type about matters."""
