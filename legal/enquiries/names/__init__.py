"""Names of companies and persons, compared across scripts: Chinese, Latin, Cyrillic and Arabic letters.

Pure functions, without a database. What is a hit, what is possible and what is clear stands in
docs/decisions/conflict-check.md, with the figures.
"""

from legal.enquiries.names.comparing import Match, Named, Rule, Verdict, compare
from legal.enquiries.names.keys import LONGEST, Keys, keys_of

__all__ = ["LONGEST", "Keys", "Match", "Named", "Rule", "Verdict", "compare", "keys_of"]
