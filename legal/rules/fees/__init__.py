"""What an institution would charge for an amount in dispute: an estimate, line by line, with its source."""

from legal.rules.fees.estimating import Estimate, convert, estimate
from legal.rules.fees.reckoning import Bracket, Table, reckon, to_fen

__all__ = ["Bracket", "Estimate", "Table", "convert", "estimate", "reckon", "to_fen"]
