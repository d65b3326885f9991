"""A parsed case with its natural persons told by initials, wherever its words name them."""

from legal.cases.parsing.records import ParsedCase
from legal.cases.persons import Persons, named


def anonymous(parsed: ParsedCase) -> tuple[ParsedCase, Persons, list[str]]:
    """The case as it may be kept, whom it named in full, and the parties of which nothing tells what they are."""
    persons = Persons()
    persons.add(parsed.persons)
    persons.keep(parsed.organisations)
    listed = [*parsed.persons, *parsed.organisations]
    texts = {text.language: text.body for text in parsed.texts}
    unknown: list[str] = []
    for language in dict.fromkeys((*parsed.titles, *parsed.parties, *texts)):
        told = [words.get(language, "") for words in parsed.told.values()]
        found = named(
            parsed.titles.get(language, ""),
            [parsed.parties.get(language, "")],
            [*told, texts.get(language, "")],
            listed=listed,
        )
        persons.add(name for name in found.persons if name not in parsed.organisations)
        persons.keep(found.organisations)
        listed += found.organisations
        unknown += found.unknown
    for relation in parsed.relations:
        persons.add(named(relation.case, [], []).persons)
    return parsed.worded(persons.shortened), persons, list(dict.fromkeys(unknown))
