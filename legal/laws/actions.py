"""What follows when somebody edits a law."""

import logging
from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from legal.laws.linking import Linker
from legal.laws.models import Change, Law, LawName
from legal.laws.naming import key
from portal.accounts.models import User
from portal.languages import LANGUAGES
from portal.reference.sorting import sort_key
from portal.search import actions as search

logger = logging.getLogger(__name__)

LONGEST_KEY = 600


@transaction.atomic
def edit_law(law: Law, *, names: Iterable[str], by: User) -> None:
    """Save an edited law known by its titles and these further names.

    Editions of a law repealed end by then; the feeds tell of a repeal; waiting citations of a new name get their link;
    search takes the law up again.
    """
    repealed_before = Law.objects.values_list("repealed", flat=True).get(pk=law.pk)
    for language in LANGUAGES:
        title = getattr(law, f"title_{language.column}") or ""
        setattr(law, f"title_key_{language.column}", sort_key(title, language.text, longest=LONGEST_KEY))
    law.changed_at = timezone.now()
    law.save()
    _rename(law, names)
    if law.repealed != repealed_before:
        _settle_ends(law)
        if law.repealed:
            Change.objects.create(law=law, kind=Change.Kind.REPEALED)
    record_change(law)
    logger.info("law %s edited by user %s", law.pk, by.pk)


def record_change(law: Law) -> None:
    """Let search take up a law whose rows were changed."""
    search.record("laws", [law.pk])


def titles(law: Law) -> list[str]:
    """The names a law has by its own record."""
    told = [getattr(law, f"{field}_{language.column}") for field in ("title", "short_title") for language in LANGUAGES]
    return [name for name in told if name]


def _rename(law: Law, names: Iterable[str]) -> None:
    wanted = {key(name): name for name in [*titles(law), *names]}
    wanted.pop("", None)
    known = set(law.names.values_list("key", flat=True))
    law.names.exclude(key__in=wanted).delete()
    new = [LawName(law=law, name=name, key=found) for found, name in wanted.items() if found not in known]
    if new:
        LawName.objects.bulk_create(new)
        linker = Linker()
        linker.learn(law, [name.name for name in new])
        linker.settle()


def _settle_ends(law: Law) -> None:
    """An edition ends with the day in force of the next one, or with the law."""
    editions = list(law.editions.order_by(F("day").asc(nulls_first=True), "pk"))
    for edition, following in zip(editions, [*editions[1:], None], strict=True):
        ends = [day for day in (following.in_force if following else None, law.repealed) if day]
        edition.until = min(ends, default=None)
        edition.save(update_fields=["until"])
