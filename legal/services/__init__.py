"""The services of the zone: what each is, what it takes, on which law it rests, and which of them to choose."""
