"""When titles, each by language, are titles of one law."""

from collections.abc import Iterable, Mapping


def same_title(one: Mapping[str, str], other: Mapping[str, str], originals: Iterable[str]) -> bool:
    """The titles in the original language decide where both are known; two laws may be translated alike."""
    for language in originals:
        if language in one and language in other:
            return one[language] == other[language]
    return any(other.get(language) == title for language, title in one.items())


def same_other_name(one: Mapping[str, str], others: Iterable[str], title: Mapping[str, str]) -> bool:
    """Whether a title of one is another name of the other: `others` are names of the law with the titles `one`."""
    told = set(others) - set(one.values())
    return bool(told & set(title.values()))
