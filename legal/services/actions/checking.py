"""Holding the text of a service against the articles it rests on."""

import datetime
import logging
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from legal.services import bases
from legal.services.models import Basis, Service
from portal.accounts.models import User

logger = logging.getLogger(__name__)


@transaction.atomic
def note_checked(service: Service, *, by: User, today: datetime.date | None = None) -> None:
    """Note that a service’s text was held against its articles as they stand, which are what it rests on from now."""
    day = today or timezone.localdate()
    take_down(service.bases.all(), day)
    service.checked_on = day
    service.changed_at = timezone.now()
    service.save(update_fields=["checked_on", "changed_at"])
    logger.info("service %s held against the law by user %s", service.pk, by.pk)


def take_down(rows: Iterable[Basis], day: datetime.date) -> None:
    """Keep with each basis the edition and the words of a day; without either where the law is not held."""
    found = list(rows)
    known = bases.held(found, day)
    for basis in found:
        edition = known.editions.get(basis.law_id) if basis.law_id is not None else None
        basis.edition = edition.slug if edition else ""
        basis.wordings = dict(known.wordings.get((basis.law_id, basis.path), {})) if basis.law_id is not None else {}
        basis.checked_on = day if edition else None
    Basis.objects.bulk_update(found, ["edition", "wordings", "checked_on"])
