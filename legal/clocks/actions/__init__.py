"""Everything that changes deadlines; `follow` is what a proceeding gives as its `moved`."""

from legal.clocks.actions.following import follow

__all__ = ["follow"]
