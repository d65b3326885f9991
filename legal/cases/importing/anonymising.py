"""A parsed case with its natural persons told by initials, wherever its words name them."""

from dataclasses import replace

from legal.cases.parsing.records import ParsedCase
from legal.cases.persons import Persons, named


def anonymous(parsed: ParsedCase) -> tuple[ParsedCase, Persons]:
    """The case as it may be kept, and whom it named in full."""
    persons = Persons()
    persons.add(parsed.persons)
    texts = {text.language: text.body for text in parsed.texts}
    for language in dict.fromkeys((*parsed.titles, *parsed.parties, *texts)):
        told = [words.get(language, "") for words in parsed.told.values()]
        party = parsed.parties.get(language, "")
        persons.add(named(parsed.titles.get(language, ""), [party], [*told, texts.get(language, "")]))
    if not persons.told:
        return parsed, persons
    return replace(
        parsed,
        titles=_shortened(parsed.titles, persons),
        parties=_shortened(parsed.parties, persons),
        told={part: _shortened(words, persons) for part, words in parsed.told.items()},
        texts=[replace(text, body=persons.shortened(text.body)) for text in parsed.texts],
    ), persons


def _shortened(words: dict[str, str], persons: Persons) -> dict[str, str]:
    return {language: persons.shortened(text) for language, text in words.items()}
