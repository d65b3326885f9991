"""The address for calendars is made, renewed and switched off by whoever manages the enterprise."""

import logging

from django.db import transaction
from django.utils import timezone

from enterprises.actions.guarding import require
from enterprises.models import Enterprise
from enterprises.policies import Right
from legal.clocks.models import Feed
from legal.clocks.telling import tell_of_ended
from portal.accounts.models import User

logger = logging.getLogger(__name__)


@transaction.atomic
def renew(enterprise: Enterprise, *, language: str, by: User) -> Feed:
    """Make a new address in a language; the one before answers no more. `NotAllowedError` "role"."""
    end(enterprise, by=by)
    feed = Feed.objects.create(enterprise=enterprise, language=language, made_by=by)
    logger.info("calendar address %s of enterprise %s made by user %s", feed.pk, enterprise.pk, by.pk)
    return feed


@transaction.atomic
def end(enterprise: Enterprise, *, by: User) -> None:
    """Switch the address off, if there is one; from then on it answers as if it had never been. As `renew`."""
    held = Enterprise.objects.select_for_update(no_key=True).get(pk=enterprise.pk)
    require(held, Right.MANAGE, by=by)
    Feed.objects.working().filter(enterprise=held).update(ended_at=timezone.now())


def end_at_parting(enterprise: Enterprise, person: User) -> None:
    """Switch the address off when somebody leaves who may know it, or owns the enterprise no longer; notice to owners.

    Within the transaction that ends that. Who has left would read the deadlines on, without an account.
    """
    feed = Feed.objects.of(enterprise)
    if feed is None:
        return
    feed.ended_at = timezone.now()
    feed.save(update_fields=["ended_at"])
    tell_of_ended(feed)
    logger.info("calendar address %s switched off: user %s may know it", feed.pk, person.pk)
