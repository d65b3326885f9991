"""Rules and fee tables: what was in force is not changed, another row takes its place."""

import datetime
import logging
from collections.abc import Iterable
from typing import Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.rules.models import Band, Rule, Schedule
from portal.workflow.errors import NotAllowedError

logger = logging.getLogger(__name__)

Figure = Rule | Schedule
# What deadlines and fees were computed from, as long as it is known.
FROZEN: Final[dict[type[Figure], tuple[str, ...]]] = {
    Rule: ("slug", "institution", "kind", "value", "unit", "effective_from", "moves", "stops"),
    Schedule: ("slug", "institution", "effective_from", "minimum", "filing"),
}


def frozen(row: Figure) -> tuple[str, ...]:
    """The fields of a row, as it is kept, that are changed no more: others may have computed from them."""
    kept = type(row)._default_manager.filter(pk=row.pk).first()
    is_used = kept is not None and kept.is_known and kept.has_begun(timezone.localdate())
    return FROZEN[type(row)] if is_used else ()


def superseded(kind: type[Figure], slug: str, since: datetime.date | None) -> Figure | None:
    """The row without an end whose place a new one takes that is in force from a day; None where there is none."""
    if since is None:
        return None
    open_rows = kind._default_manager.filter(slug=slug, effective_until=None).exclude(effective_from__gte=since)
    found: Figure | None = open_rows.first()
    return found


@transaction.atomic
def add(row: Figure, *, by: AbstractBaseUser) -> None:
    """Keep a new row; the one without an end that it supersedes ends the day before."""
    former = superseded(type(row), row.slug, row.effective_from)
    if former is not None and row.effective_from is not None:
        former.effective_until = row.effective_from - datetime.timedelta(days=1)
        former.save(update_fields=["effective_until"])
    row.save()
    _log(row, "added", by)


@transaction.atomic
def change(row: Figure, *, by: AbstractBaseUser) -> None:
    """Keep what was changed of a row. `NotAllowedError` "used" where its figures were in force."""
    names = frozen(row)
    if names:
        kept = type(row)._default_manager.get(pk=row.pk)
        if any(getattr(kept, name) != getattr(row, name) for name in names):
            raise NotAllowedError(
                _("These figures have been in force: add a row that takes the place of this one."), code="used"
            )
    row.save()
    _log(row, "changed", by)


@transaction.atomic
def set_bands(schedule: Schedule, *, kept: Iterable[Band], gone: Iterable[Band], by: AbstractBaseUser) -> None:
    """Keep the bands that were changed or added and take others away.

    `NotAllowedError` "used" where the table was in force with bands already.
    """
    if frozen(schedule) and schedule.bands.exists():
        raise NotAllowedError(
            _("These figures have been in force: add a row that takes the place of this one."), code="used"
        )
    # Those gone first: another may begin where one of them did.
    for band in gone:
        band.delete()
    for band in kept:
        band.save()
    _log(schedule, "given its bands", by)


def _log(row: Figure, what: str, by: AbstractBaseUser) -> None:
    logger.info("%s %s %s by user %s", row._meta.model_name, row.pk, what, by.pk)
