"""What is typed into a matter: what it is about, who is concerned, who speaks for them, messages."""
