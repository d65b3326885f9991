"""What is typed about a notarization: by the enterprise, and by the officer who records what came of it."""
