"""What people are told: an outbox written with what happened, delivered after it."""
