"""The middle floor: enterprises of the zone and beyond. So far it knows the numbers they are registered under."""
