"""The slug of a case whose file gives none: made once of its docket number or record, never of words of its title.

Whoever is a party may stand in a title, and a permanent address cannot be shortened later.
"""

import re
from collections.abc import Set
from typing import Final

from legal.cases.parsing.records import ParsedCase
from legal.laws.importing import slugs

# What a slug is made of where neither number nor record has a digit in it: words alone may be a name.
STEM: Final = "case"


def made(parsed: ParsedCase, taken: Set[str]) -> str:
    """A slug that none of the taken ones is."""
    stem = next((slug for slug in map(slugs.slugified, (parsed.number, parsed.record)) if re.search(r"\d", slug)), STEM)
    return slugs.made({parsed.original_language: stem}, parsed.original_language, STEM, parsed.decided, taken)
