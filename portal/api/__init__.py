"""The open interface: what the portal publishes, for programs, read only."""
