"""How much of a law its digests tell, counted from what is held: a digest of some articles is never taken for all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legal.laws.kinds import ProvisionKind, TextStatus
from legal.laws.reading.places import Place


@dataclass(frozen=True, slots=True)
class Part:
    """A digest that leaves articles out: it tells so many, of all that are held or of those its numbers imply."""

    language: str
    told: int
    held: int
    first: str
    last: str

    @property
    def stands_alone(self) -> bool:
        """Whether no text held has the articles it leaves out: only its numbers show that there are more."""
        return self.told == self.held


def parts(places: Sequence[Place], languages: Sequence[str]) -> Iterator[Part]:
    """The digests, in the languages shown, that do not tell every article of the edition."""
    articles = [place for place in places if place.kind == ProvisionKind.ARTICLE]
    for language in languages:
        told = [place for place in articles if _is_digest(place, language)]
        if told and (len(told) < len(articles) or _skips(told)):
            yield Part(language, len(told), len(articles), told[0].number, told[-1].number)


def _is_digest(place: Place, language: str) -> bool:
    words = place.words.get(language)
    return words is not None and words.status == TextStatus.DIGEST


def _skips(told: Sequence[Place]) -> bool:
    """Whether their numbers have gaps; inserted articles (12A, 8-1) fill none."""
    numbers = {int(found[0]) for place in told if (found := re.match(r"\d+", place.number))}
    return len(numbers) < max(numbers, default=0)
