"""Natural persons named as parties: read where a case says who its parties are, and told by initials.

What is recognised, and what is not, stands in docs/cases.md; the manner of shortening follows article 9 of the rules
of the Supreme People's Court on publishing judgments on the internet (法释〔2016〕19号).
"""

from legal.cases.persons.reading import Named, named
from legal.cases.persons.telling import Persons, Replaced

__all__ = ["Named", "Persons", "Replaced", "named"]
