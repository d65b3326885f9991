"""That somebody has read a notice."""

from django.db import transaction

from legal.fees.models import FeeNotice
from legal.fees.naming import TABLE
from legal.matters import chain
from legal.matters.models import Actor
from portal.accounts.models import User


@transaction.atomic
def note(notice: FeeNotice, *, by: User, actor: Actor = Actor.MEMBER) -> None:
    """Write into the history of the matter that somebody has read a notice; Entry."""
    chain.append(notice.matter, f"{TABLE}.read", by=by, actor=actor, details={"notice": notice.number})
