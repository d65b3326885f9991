"""Two editions compared: which place of one is which of the other, and which words differ."""

from legal.laws.comparing.aligning import Pair, Place, Status, align
from legal.laws.comparing.marking import Mark, Marked, marks

__all__ = ["Mark", "Marked", "Pair", "Place", "Status", "align", "marks"]
