"""Attaching articles to the laws named beside them, for languages that put «of the Law» after the number."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from legal.laws.citing.cited import Cited


@dataclass(frozen=True, slots=True)
class Named:
    """A law named in a text. `own` is this law itself; `name` is "" there."""

    start: int
    end: int
    name: str = ""
    own: bool = False
    short: str = ""
    # Whether it is worth a citation without any article.
    alone: bool = True


@dataclass(slots=True)
class Article:
    """A mention of articles, with the index of the law it was found to belong to.

    `opens` says it begins a chain: articles 5 and 6 of one law are one chain, and share what either is told.
    """

    start: int
    end: int
    numbers: tuple[str, ...]
    opens: bool = True
    law: int | None = None
    own: bool = True
    container: str = ""
    unit: str = "article"


def named(
    text: str, genus: re.Pattern[str], law: Callable[[str, re.Match[str], int, str], Named | None]
) -> Iterator[Named]:
    """The laws a text names, none over another.

    `law` reads one from its genus, told where the last one ended and what the last one with a name was called.
    """
    floor, last = 0, ""
    for match in genus.finditer(text):
        if match.start() < floor:
            continue
        found = law(text, match, floor, last)
        if found is not None:
            floor, last = found.end, found.name or last
            yield found


def share(articles: Sequence[Article]) -> None:
    """Give every article of a chain the law that its last article names, where it has none of its own."""
    told: Article | None = None
    for article in reversed(articles):
        if article.law is None and article.own and told is not None:
            article.law, article.own = told.law, told.own
            article.container = article.container or told.container
        told = None if article.opens else article


def cited(articles: Sequence[Article], laws: Sequence[Named]) -> list[Cited]:
    """The citations of a text in its order; a law that an article adjoins is part of that article's span."""
    found = [_of_article(article, laws) for article in articles if article.own or article.law is not None]
    used = {article.law for article in articles}
    found += [
        Cited(law.start, law.end, law=law.name, short=law.short)
        for index, law in enumerate(laws)
        if law.alone and index not in used
    ]
    return sorted(found, key=lambda mention: mention.start)


def _of_article(article: Article, laws: Sequence[Named]) -> Cited:
    mention = Cited(
        article.start, article.end, articles=article.numbers, container=article.container, unit=article.unit
    )
    if article.law is None:
        return replace(mention, own=True)
    law = laws[article.law]
    if law.own:
        return replace(mention, own=True)
    return replace(mention, law=law.name, short=law.short)
