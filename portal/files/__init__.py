"""Any file that comes into the portal: checked, kept in private, scanned, handed out to whom it concerns."""
