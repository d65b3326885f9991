"""The middle floor: enterprises of the zone. Its rooms are built with the registration of enterprises."""
