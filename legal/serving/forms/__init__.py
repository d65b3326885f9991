"""What is typed on the other side of a matter, and by those who let it in."""
