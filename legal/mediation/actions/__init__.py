"""What is done in a mediation: described, agreed to, met, settled, confirmed, handed on for an award."""
