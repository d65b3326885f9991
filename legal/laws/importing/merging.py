"""How a text that has been read joins the texts an edition holds: nothing better is lost, nothing worse comes in."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from legal.laws.importing.alignment import aligned, outer_of
from legal.laws.importing.headings import Place
from legal.laws.importing.held import HeldEdition, HeldProvision, HeldText, is_digest, renumbered
from legal.laws.importing.weaving import is_within, woven
from legal.laws.kinds import RANK, ProvisionKind, TextStatus
from legal.laws.parsing.records import ParsedProvision, ParsedText

NOT_WORDS: Final = re.compile(r"[\W_]+")


def lay(edition: HeldEdition, places: Sequence[ParsedProvision]) -> None:
    """Give an edition without any place the places that are written down for it."""
    laid: list[HeldProvision] = []
    for new in places:
        laid.append(_made(new, laid))
    renumbered(laid)
    edition.provisions = laid


def merge(edition: HeldEdition, text: ParsedText, original_language: str) -> None:
    """Take a text into an edition. A worse one only gives articles that the better one lacks."""
    rank = RANK[text.status]
    held = edition.best_rank(text.language)
    fills = held is not None and held < rank
    if fills:
        text = _articles_lacking(edition, text, rank)
    if edition.provisions:
        places = aligned(edition.provisions, text.provisions, text.language, exact=text.exact)
        rules = not fills and not text.exact and _rules(edition, text, original_language)
        merged = _united(edition, text, places, rules=rules)
    else:
        merged = _begun(edition, text)
    _drop_what_is_gone(edition, text, rank, {id(provision) for provision in merged})
    for new, provision in zip(text.provisions, merged, strict=True):
        provision.put(text.language, HeldText.of(new, text))


def agrees(edition: HeldEdition, text: ParsedText) -> bool:
    """Whether all that a further text says is held already, but for punctuation and space."""
    articles = [new for new in text.provisions if new.kind == ProvisionKind.ARTICLE]
    if not articles:
        held = "".join(f"{words.label}{words.heading}{words.body}" for _, words in edition.in_language(text.language))
        return bare("".join(new.text for new in text.provisions)) == bare(held)
    places = aligned(edition.provisions, text.provisions, text.language)
    return all(
        _says(place, new, text.language)
        for new, place in zip(text.provisions, places, strict=True)
        if new.kind == ProvisionKind.ARTICLE
    )


def _says(place: Place, new: ParsedProvision, language: str) -> bool:
    held = place.texts.get(language) if place else None
    return held is not None and bare(held.heading + held.body) == bare(new.heading + new.body)


def bare(words: str) -> str:
    """The letters and digits of a text alone."""
    return NOT_WORDS.sub("", unicodedata.normalize("NFKC", words))


def _articles_lacking(edition: HeldEdition, text: ParsedText, rank: int) -> ParsedText:
    """The articles of a worse text which the better one does not have; its headings and notes stay out."""
    places = aligned(edition.provisions, text.provisions, text.language, exact=text.exact)
    kept = [
        replace(new, parent=None, depth=0)
        for new, place in zip(text.provisions, places, strict=True)
        if (text.exact or _is_of_main_text(new)) and _lacks(place, text.language, rank)
    ]
    return replace(text, provisions=kept)


def _is_of_main_text(new: ParsedProvision) -> bool:
    return new.kind == ProvisionKind.ARTICLE and "/" not in new.path


def _lacks(place: Place, language: str, rank: int) -> bool:
    held = place.texts.get(language) if place else None
    return held is None or held.rank >= rank


def _begun(edition: HeldEdition, text: ParsedText) -> list[HeldProvision]:
    """The first text of an edition: its places are the text's."""
    made: list[HeldProvision] = []
    for new in text.provisions:
        made.append(_made(new, made))
    renumbered(made)
    edition.provisions = list(made)
    return made


def _made(new: ParsedProvision, made: Sequence[HeldProvision]) -> HeldProvision:
    parent = made[new.parent] if new.parent is not None else None
    return HeldProvision(str(new.kind), new.number, new.path, new.depth, new.repeated, parent)


def _rules(edition: HeldEdition, text: ParsedText, original_language: str) -> bool:
    """Whether places and their order follow this text: the original before translations, then the fuller one."""
    whole = text.language == original_language and text.status != TextStatus.DIGEST
    mine = (whole, len(text.provisions))
    others = edition.languages() - {text.language}
    return all(mine > _weight(edition, language, original_language) for language in others)


def _weight(edition: HeldEdition, language: str, original_language: str) -> tuple[bool, int]:
    texts = [text for _, text in edition.in_language(language)]
    whole = language == original_language and not all(is_digest(text) for text in texts)
    return (whole, len(texts))


def _united(edition: HeldEdition, text: ParsedText, places: Sequence[Place], *, rules: bool) -> list[HeldProvision]:
    """The places of the parsed text, held ones and new ones; the edition has them all afterwards, in one order."""
    paths = {provision.path for provision in edition.provisions}
    unit = next((_unit(provision.path) for provision in edition.provisions if provision.is_article), "")
    merged: list[HeldProvision] = []
    for new, found in zip(text.provisions, places, strict=True):
        if found is None:
            place = _made(new, merged)
            place.path = _free(_address(new, text.provisions, merged, unit), paths)
            paths.add(place.path)
        else:
            place = found
            if rules:
                _follow(place, new, merged)
        merged.append(place)
    held = edition.provisions
    if not is_within(merged, held):
        edition.provisions = woven(merged, held) if rules else woven(held, merged)
    renumbered(edition.provisions)
    return merged


def _follow(place: HeldProvision, new: ParsedProvision, merged: Sequence[HeldProvision]) -> None:
    place.kind, place.number, place.repeated, place.depth = str(new.kind), new.number, new.repeated, new.depth
    place.parent = merged[new.parent] if new.parent is not None else None


def _address(
    new: ParsedProvision, parsed: Sequence[ParsedProvision], merged: Sequence[HeldProvision], unit: str
) -> str:
    """The address of a new place: in its container's, and in the unit the law's articles have."""
    prefix, _, tail = new.path.rpartition("/")
    outer = outer_of(parsed, new)
    if outer is not None and new.path.startswith(f"{parsed[outer].path}/"):
        prefix = merged[outer].path + prefix[len(parsed[outer].path) :]
    if new.kind == ProvisionKind.ARTICLE and unit:
        tail = f"{unit}-{tail.split('-', 1)[-1]}"
    return f"{prefix}/{tail}" if prefix else tail


def _unit(path: str) -> str:
    return path.rsplit("/", 1)[-1].split("-", 1)[0]


def _free(path: str, paths: set[str]) -> str:
    """The path, or the next one that is free."""
    number, found = 2, path
    while found in paths:
        found, number = f"{path}--{number}", number + 1
    return found


def _drop_what_is_gone(edition: HeldEdition, new: ParsedText, rank: int, merged: set[int]) -> None:
    """A text replaces all of its own status and, of a worse one, all but articles it does not have itself."""
    for provision, text in list(edition.in_language(new.language)):
        fills = text.rank > rank and (new.exact or provision.is_article)
        if id(provision) not in merged and text.rank >= rank and not fills:
            edition.drop_text(provision, new.language)


def remove_empty(edition: HeldEdition) -> None:
    """Places without words go, once all texts are in; what stood under them stands under what they stood under."""
    empty = {id(provision) for provision in edition.provisions if not provision.texts}
    if not empty:
        return
    for provision in edition.provisions:
        while provision.parent is not None and id(provision.parent) in empty:
            provision.parent = provision.parent.parent
    edition.gone += [provision for provision in edition.provisions if id(provision) in empty]
    edition.provisions = [provision for provision in edition.provisions if id(provision) not in empty]
    renumbered(edition.provisions)
