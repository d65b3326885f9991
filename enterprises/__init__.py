"""Enterprises of the zone: how they register, who checks them, who acts for them."""
