"""What an enterprise can prove something with: one list, which serves all its matters."""
