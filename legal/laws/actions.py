"""What follows when somebody edits a law."""

import logging
from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from legal.laws.linking import Linker
from legal.laws.models import Change, Law, LawName, end_of_force
from legal.laws.naming import key
from portal.accounts.models import User
from portal.search import actions as search

logger = logging.getLogger(__name__)


@transaction.atomic
def edit_law(law: Law, *, names: Iterable[str], by: User) -> None:
    """Save an edited law known by its titles and these further names.

    Editions of a law repealed end by then; the feeds tell of a repeal; waiting citations of a new name get their link;
    search takes the law up again.
    """
    repealed_before = Law.objects.values_list("repealed", flat=True).get(pk=law.pk)
    law.key_titles()
    law.changed_at = timezone.now()
    law.save()
    _rename(law, names)
    if law.repealed != repealed_before:
        _settle_ends(law)
        if law.repealed:
            Change.objects.create(law=law, kind=Change.Kind.REPEALED)
    search.record("laws", [law.pk])
    logger.info("law %s edited by user %s", law.pk, by.pk)


def _rename(law: Law, names: Iterable[str]) -> None:
    wanted = {key(name): name for name in [*law.own_names(), *names]}
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
    editions = list(law.editions.order_by(F("day").asc(nulls_first=True), "pk"))
    for edition, following in zip(editions, [*editions[1:], None], strict=True):
        edition.until = end_of_force(following.in_force if following else None, law.repealed)
        edition.save(update_fields=["until"])
