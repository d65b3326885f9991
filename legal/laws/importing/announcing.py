"""What becomes known of a change: the law's stamp, the news that feeds tell, and the change of the index."""

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils import timezone

from legal.laws.importing.held import HeldText
from legal.laws.importing.report import Outcome
from legal.laws.importing.storing import EditionChanges
from legal.laws.importing.taking import Taken
from legal.laws.models import Change, Law
from portal.search import actions as search

SOURCE = "laws"


def announce(taken: Taken, changes: Sequence[EditionChanges], *, is_new: bool) -> Outcome:
    """Write down that a law is new or changed; nothing for one that is neither."""
    law = taken.held.law
    editions_changed = any(change.outcome is not Outcome.UNCHANGED for change in changes)
    if not (is_new or editions_changed or taken.fields or taken.names or taken.topics != taken.held.topics):
        return Outcome.UNCHANGED
    if not is_new:
        Law.objects.filter(pk=law.pk).update(changed_at=timezone.now())
    Change.objects.bulk_create(_news(taken, changes, is_new=is_new))
    search.record(SOURCE, [law.pk], wake=False)
    return Outcome.CREATED if is_new else Outcome.CHANGED


def _news(taken: Taken, changes: Sequence[EditionChanges], *, is_new: bool) -> Iterator[Change]:
    law = taken.held.law
    if is_new:
        yield Change(law=law, kind=Change.Kind.LAW_ADDED, provisions=sum(len(c.new_places) for c in changes))
        return
    for change in changes:
        for kind, language, provisions in _news_of_edition(taken, change):
            yield Change(law=law, edition_id=change.edition.id, kind=kind, language=language, provisions=provisions)
    if "repealed" in taken.fields and law.repealed:
        yield Change(law=law, kind=Change.Kind.REPEALED)


def _news_of_edition(taken: Taken, change: EditionChanges) -> Iterator[tuple[Change.Kind, str, int]]:
    if change.outcome is Outcome.CREATED:
        yield Change.Kind.EDITION_ADDED, "", len(change.new_places)
        return
    for language, provisions in sorted(_reworded(change).items()):
        spoken = language in taken.spoken[change.edition]
        yield Change.Kind.TEXT_CHANGED if spoken else Change.Kind.TEXT_ADDED, language, provisions


def _reworded(change: EditionChanges) -> Counter[str]:
    """In how many places each language has other words than before; what came along from an edition is no news."""
    found = Counter(language for _, language, text in change.new_texts if text.carried_from is None)
    found += Counter(language for _, language, text in change.changed_texts if _has_other_words(text))
    return found + Counter(language for language, text in change.edition.gone_texts if text.carried_from is None)


def _has_other_words(text: HeldText) -> bool:
    label, status, _source, hashed, *_rest = text.row()
    return (
        text.carried_from is None
        and text.stored is not None
        and text.stored[:2] + text.stored[3:4]
        != (
            label,
            status,
            hashed,
        )
    )
