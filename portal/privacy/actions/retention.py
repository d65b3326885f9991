"""Records that were kept long enough are removed, by the rules that stand in the database."""

import datetime
import logging
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from portal.privacy.models import RetentionRule
from portal.privacy.registry import Expire, holders

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule did, or would do: `count` is None where it removes nothing, for want of days or of an app."""

    rule: RetentionRule
    count: int | None


def apply(*, now: datetime.datetime, rehearse: bool = False) -> Iterator[Outcome]:
    """Apply each rule in a transaction of its own; of a rehearsal only the numbers are true."""
    known = expiring()
    for rule in RetentionRule.objects.all():
        expire = known.get(rule.kind)
        if rule.days is None or expire is None:
            yield Outcome(rule, None)
            continue
        with transaction.atomic():
            count = expire(now - datetime.timedelta(days=rule.days), rehearse=rehearse)
        if count and not rehearse:
            logger.info("%s records of kind %s removed after %s days", count, rule.kind, rule.days)
        yield Outcome(rule, count)


def expiring() -> dict[str, Expire]:
    """The kinds of record that some app removes, each with how."""
    return {kind: expire for holder in holders() for kind, expire in holder.expires.items()}


@transaction.atomic
def save_rule(rule: RetentionRule, *, by: AbstractBaseUser) -> None:
    """Save a rule; it is applied the next time."""
    rule.save()
    logger.info("retention rule %s set to %s days by user %s", rule.kind, rule.days, by.pk)
