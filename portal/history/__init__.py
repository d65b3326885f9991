"""Who changed what, when, from what to what: written by triggers, which no code forgets and no code stops."""

from portal.history.triggers import AppendOnly, tracked

__all__ = ["AppendOnly", "tracked"]
