"""What staff lawyers are asked: a question of law, or a contract to be looked through."""
