"""Exhibits of the enterprise are produced in a matter, and taken out again while they are not submitted."""

from collections.abc import Sequence
from typing import Final

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from legal.exhibits.models import Exhibit
from legal.matters.actions.drafting import touch
from legal.matters.actions.guarding import lock_to_write
from legal.matters.kinds import Side
from legal.matters.models import Audience, Matter, Produced
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError

MOST_PRODUCED: Final = 500


@transaction.atomic
def produce(matter: Matter, exhibits: Sequence[Exhibit], *, audience: str, by: User) -> list[Produced]:
    """Produce exhibits, in this order after those there are, for an audience; Entry. One that is there stays as it is.

    Raises `NotAllowedError` "role", "state", "many", or "exhibit" where one is not of the enterprise, or was withdrawn
    from its list.
    """
    held = lock_to_write(matter, version=None, by=by)
    there = dict(held.produced.values_list("exhibit", "number"))
    # Held for the time, so that none is withdrawn meanwhile.
    usable = Exhibit.objects.select_for_update(of=("self",), no_key=True).of(held.enterprise).listed()
    new = [one for one in usable.filter(pk__in=[one.pk for one in exhibits]) if one.pk not in there]
    if len(new) != len({one.pk for one in exhibits} - there.keys()):
        raise NotAllowedError(
            _("One of these exhibits is not in the list of your enterprise any more."), code="exhibit"
        )
    if len(there) + len(new) > MOST_PRODUCED:
        raise NotAllowedError(_("More exhibits than these cannot be produced in one matter."), code="many")
    new.sort(key=lambda one: [exhibit.pk for exhibit in exhibits].index(one.pk))
    last = held.produced.aggregate(last=Max("number"))["last"] or 0
    made = [
        Produced.objects.create(
            matter=held,
            exhibit=exhibit,
            number=number,
            side=Side.APPLICANT,
            audience=Audience(audience),
            produced_by=by,
        )
        for number, exhibit in enumerate(new, start=last + 1)
    ]
    if made:
        touch(held, "produce", by=by, details={"numbers": [one.number for one in made], "audience": str(audience)})
    return made


@transaction.atomic
def take_out(produced: Produced, *, version: int, by: User) -> None:
    """Take an exhibit out of what was not submitted yet; those after it move up; Entry.

    Raises `NotAllowedError` and `ChangedMeanwhileError` as `lock_to_write`; "submitted" of what was submitted, "gone"
    where somebody has taken it out meanwhile.
    """
    held = lock_to_write(produced.matter, version=version, by=by)
    there = held.produced.filter(pk=produced.pk).first()
    if there is None:
        raise NotAllowedError(_("This exhibit was taken out meanwhile."), code="gone")
    if there.submission_id is not None:
        raise NotAllowedError(_("What was submitted stays."), code="submitted")
    there.delete()
    held.produced.filter(number__gt=there.number).update(number=F("number") - 1)
    touch(held, "take-out", by=by, details={"number": there.number})
