"""Translations come along to later editions, and remember the wording they translate where it has changed since."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from legal.laws.importing.held import HeldEdition, HeldProvision, HeldText, is_digest
from legal.laws.kinds import ProvisionKind
from legal.laws.numbering import display

Pair = tuple[HeldProvision, HeldProvision]
# Marks of one edition alone: they come along only where not a word has changed.
OF_ONE_EDITION = frozenset({ProvisionKind.NOTE, ProvisionKind.SIGNATURE, ProvisionKind.TABLE})
ALIKE = 0.5
LONGEST_COMPARED = 200


def set_aside(editions: Iterable[HeldEdition]) -> None:
    """Take the carried texts out, before texts of the editions themselves come in."""
    for edition in editions:
        for provision in edition.provisions:
            for language, text in list(provision.texts.items()):
                if text.carried_from is not None:
                    provision.carried[language] = provision.texts.pop(language)


def carry(editions: Sequence[HeldEdition], original: str) -> None:
    """Say what each translation translates, and carry translations on from edition to edition, oldest first."""
    before: HeldEdition | None = None
    for edition in editions:
        base(edition, original)
        if not any(not is_digest(text) for _, text in edition.in_language(original)):
            continue
        if before is not None:
            _bring(before, edition, original)
        before = edition
    for edition in editions:
        _leave_behind(edition)


def base(edition: HeldEdition, original: str) -> None:
    """A translation that came with its edition translates the original there, unless it is known to be older."""
    for provision in edition.provisions:
        source = _original(provision, original)
        for language, text in provision.texts.items():
            if language == original or is_digest(text) or source is None:
                text.based_on = ""
            else:
                text.based_on = text.based_on or source.wording


def _original(provision: HeldProvision, original: str) -> HeldText | None:
    text = provision.texts.get(original)
    return None if text is None or is_digest(text) else text


def _bring(before: HeldEdition, edition: HeldEdition, original: str) -> None:
    translated = [provision for provision in before.provisions if _translations(provision, original)]
    if not translated:
        return
    for old, new in _pairs(before.provisions, edition.provisions, original):
        for language, text in _translations(old, original):
            if language not in new.texts:
                came = HeldText(
                    _label(text.label, old, new, language),
                    text.heading,
                    text.body,
                    text.status,
                    text.source,
                    text.wording,
                    text.based_on,
                    text.carried_from or before,
                )
                new.put(language, came)


def _translations(provision: HeldProvision, original: str) -> list[tuple[str, HeldText]]:
    return [(language, text) for language, text in provision.texts.items() if language != original and text.based_on]


def _label(label: str, old: HeldProvision, new: HeldProvision, language: str) -> str:
    """The label of a renumbered article says the new number."""
    if old.number == new.number or not old.is_article:
        return label
    if language.startswith("zh"):
        return label.replace(display(old.number, "", "zh"), display(new.number, "", "zh"))
    return re.sub(rf"(?<![\w.-]){re.escape(old.number)}(?![\w-])", new.number, label)


def _pairs(before: Sequence[HeldProvision], after: Sequence[HeldProvision], original: str) -> Iterator[Pair]:
    """Places of two editions that are one: by the same words, then by likeness, then by the same address."""
    olds = {provision.path: provision for provision in before if _original(provision, original)}
    news = [provision for provision in after if _original(provision, original)]
    pairs = list(_same_words(olds, news, original))
    done_old, done_new = {id(old) for old, _ in pairs}, {id(new) for _, new in pairs}
    left_old = [old for old in olds.values() if id(old) not in done_old and old.kind not in OF_ONE_EDITION]
    left_new = [new for new in news if id(new) not in done_new and new.kind not in OF_ONE_EDITION]
    yield from pairs
    yield from _changed(left_old, left_new, original)


def _same_words(olds: dict[str, HeldProvision], news: Sequence[HeldProvision], original: str) -> Iterator[Pair]:
    once_old = _told_once(olds.values(), original)
    once_new = _told_once(news, original)
    for new in news:
        words = _words(new, original)
        same_place = olds.get(new.path)
        if same_place is not None and _words(same_place, original) == words:
            yield same_place, new
        elif words in once_old and words in once_new:
            yield once_old[words], new


def _told_once(provisions: Iterable[HeldProvision], original: str) -> dict[tuple[str, str], HeldProvision]:
    provisions = list(provisions)
    counted = Counter(_words(provision, original) for provision in provisions)
    return {words: provision for provision in provisions if counted[words := _words(provision, original)] == 1}


def _words(provision: HeldProvision, original: str) -> tuple[str, str]:
    return (provision.kind, provision.texts[original].wording)


def _changed(olds: Sequence[HeldProvision], news: Sequence[HeldProvision], original: str) -> Iterator[Pair]:
    """Changed wordings: the likest first where an article moved, and whatever is left by its address."""
    likely = sorted(_alike(olds, news, original), key=lambda found: found[0], reverse=True)
    by_path = {old.path: old for old in olds}
    done: set[int] = set()
    pairs = [(old, new) for _, old, new in likely]
    pairs += [(by_path[new.path], new) for new in news if new.path in by_path and by_path[new.path].kind == new.kind]
    for old, new in pairs:
        if id(old) not in done and id(new) not in done:
            done |= {id(old), id(new)}
            yield old, new


def _alike(
    olds: Sequence[HeldProvision], news: Sequence[HeldProvision], original: str
) -> Iterator[tuple[float, HeldProvision, HeldProvision]]:
    """Pairs of one kind that share at least half of their letters' pairs; the same address counts a little."""
    grams = {id(place): _grams(place.texts[original]) for place in (*olds, *news)}
    by_kind: dict[str, list[HeldProvision]] = defaultdict(list)
    for old in olds:
        by_kind[old.kind].append(old)
    for new in news:
        mine = grams[id(new)]
        for old in by_kind[new.kind]:
            other = grams[id(old)]
            shared = 2 * len(mine & other) / (len(mine) + len(other) or 1)
            if shared >= ALIKE:
                yield shared + 0.1 * (old.path == new.path), old, new


def _grams(text: HeldText) -> frozenset[str]:
    words = f"{text.heading}{text.body}"[:LONGEST_COMPARED]
    return frozenset(words[index : index + 2] for index in range(len(words) - 1))


def _leave_behind(edition: HeldEdition) -> None:
    """Carried texts that came along before and do so no longer."""
    for provision in edition.provisions:
        edition.gone_texts += [(language, text) for language, text in provision.carried.items() if text.id is not None]
        provision.carried.clear()
