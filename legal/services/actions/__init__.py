"""What changes services: loading them, editing them, holding them against the law."""
