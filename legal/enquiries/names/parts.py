"""A name taken apart: legal form, places and the words of a business aside, what is the company's own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from legal.enquiries.names.chinese import LONGEST_PERSON, readings, simplified
from legal.enquiries.names.folding import Script, fold, is_han, script_of, words
from legal.enquiries.names.spelling import letters
from legal.enquiries.names.tables import read

_BRACKETS: Final = re.compile(r"[(\[（【]([^()\[\]（）【】]*)[)\]）】]")
_AREA: Final = re.compile("^(省|市|地区|自治区|自治州|特别行政区|县|区)")
# Letters with dots between them, as L.L.C.
_DOTTED: Final = 5


@dataclass(frozen=True, slots=True)
class Parts:
    """What a name says: its own words, what the company does, where it is, and whether it is a company's at all."""

    script: Script
    own: tuple[str, ...]
    # Its own words and those of its business, as they stand.
    whole: tuple[str, ...]
    business: frozenset[str]
    places: frozenset[str]
    is_company: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that are no part of a company's own name."""

    forms: frozenset[tuple[str, ...]]
    han_forms: tuple[str, ...]
    business: dict[str, str]
    beginnings: tuple[tuple[str, str], ...]
    han_business: tuple[tuple[str, str], ...]
    places: dict[str, str]
    han_places: tuple[tuple[str, str], ...]


def take_apart(name: str) -> list[Parts]:
    """The parts of a name; of one that is written in Chinese and in other letters too, one of each."""
    folded = fold(name)
    folded = simplified(folded) if any(map(is_han, folded)) else folded
    aside = [inner for inner in _BRACKETS.findall(folded) if inner.strip()]
    outside = _BRACKETS.sub(" ", folded)
    if not words(outside):
        outside, aside = folded, []
    han, other = _divided(outside)
    places, form = _said_aside(aside)
    found = [*([_of_han(han, places, is_company=form)] if han else []), *_of_words(other, places, is_company=form)]
    return [parts for parts in found if parts.own]


def _divided(text: str) -> tuple[str, list[str]]:
    """The Chinese characters, run together, and the words in other letters; digits go with what there is of letters."""
    han = "".join(one for one in text if is_han(one))
    if not han:
        return "", words(text)
    rest = words("".join(" " if is_han(one) else one for one in text))
    return (han + "".join(rest), []) if all(word.isdigit() for word in rest) else (han, rest)


def _said_aside(aside: list[str]) -> tuple[frozenset[str], bool]:
    """What stands in brackets: places, known or not; and whether a legal form is among it."""
    known = vocabulary()
    places = set()
    form = False
    for inner in aside:
        said = tuple(words(inner))
        if said in known.forms or inner.strip() in known.han_forms:
            form = True
        else:
            places.add(known.places.get("".join(said), "".join(letters(word) for word in said)))
    return frozenset(places - {""}), form


def _of_han(characters: str, places: frozenset[str], *, is_company: bool) -> Parts:
    known = vocabulary()
    own, form = _without_form(characters)
    own, begins = _without_place(own)
    company = is_company or form or len(own) > LONGEST_PERSON
    whole, business = own, set()
    for word, concept in known.han_business if company else ():
        if word in own[1:]:
            business.add(concept)
            own = own[0] + own[1:].replace(word, "")
    if own in dict(known.han_business):
        own, business = whole, set()
    return Parts(Script.HAN, (own,), (whole,), frozenset(business), places | begins, company)


def _without_form(characters: str) -> tuple[str, bool]:
    for form in vocabulary().han_forms:
        if characters.endswith(form) and len(characters) > len(form):
            return _without_form(characters.removesuffix(form))[0], True
    return characters, False


def _without_place(characters: str) -> tuple[str, frozenset[str]]:
    """What is left of a name that begins with where the company is registered: places one after the other."""
    for place, slug in vocabulary().han_places:
        rest = _AREA.sub("", characters.removeprefix(place))
        if characters.startswith(place) and len(rest) > 1:
            own, further = _without_place(rest)
            return own, further | {slug}
    return characters, frozenset()


def _of_words(all_words: list[str], places: frozenset[str], *, is_company: bool) -> Iterator[Parts]:
    own, form = _without_forms(all_words)
    known = vocabulary()
    said = [(word, known.places.get(word), _concept(word)) for word in own]
    left = [word for word, place, concept in said if not place and not concept]
    if own:
        yield Parts(
            script_of("".join(own)),
            tuple(left or own),
            tuple(own),
            frozenset(concept for _, _, concept in said if concept and left) - {"and"},
            places | frozenset(place for _, place, _ in said if place and left),
            is_company or form or any(concept for _, _, concept in said),
        )


def _without_forms(all_words: list[str]) -> tuple[list[str], bool]:
    """Words without the legal forms at both ends; all of them where nothing else is there."""
    known = vocabulary()
    left = list(all_words)
    for length in _lengths(known.forms):
        while len(left) > length and tuple(left[:length]) in known.forms:
            left = left[length:]
        while len(left) > length and tuple(left[-length:]) in known.forms:
            left = left[:-length]
    return left, len(left) < len(all_words)


@cache
def _lengths(forms: frozenset[tuple[str, ...]]) -> tuple[int, ...]:
    return tuple(sorted({len(form) for form in forms}, reverse=True))


def _concept(word: str) -> str:
    known = vocabulary()
    begun = (concept for beginning, concept in known.beginnings if word.startswith(beginning))
    return known.business.get(word) or next(begun, "")


@cache
def vocabulary() -> Vocabulary:
    """What stands in the data of this folder, folded as names are."""
    forms, business, places = read("legal_forms"), read("business_words"), read("places")
    spoken = [("".join(readings(word)[0]), concept) for concept, said in business.items() for word in said["han"]]
    typed = [(word, concept) for concept, said in business.items() for word in said["words"]]
    return Vocabulary(
        forms=frozenset(_spelled_out(forms["words"])),
        han_forms=_longest_first(forms["han"]),
        business={fold(word): concept for word, concept in [*spoken, *typed] if not word.endswith("*")},
        beginnings=tuple((fold(word[:-1]), concept) for word, concept in typed if word.endswith("*")),
        han_business=_longest_first_of((word, concept) for concept, said in business.items() for word in said["han"]),
        places={"".join(words(fold(name))): slug for slug, names in places.items() for name in names},
        han_places=_longest_first_of(
            (name, slug) for slug, names in places.items() for name in names if is_han(name[0])
        ),
    )


def _spelled_out(forms: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for form in forms:
        said = tuple(words(fold(form)))
        yield said
        if len(said) == 1 and len(said[0]) <= _DOTTED:
            yield tuple(said[0])


def _longest_first(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(texts, key=len, reverse=True))


def _longest_first_of(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
