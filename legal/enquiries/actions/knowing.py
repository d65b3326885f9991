"""The names a lawyer keeps for the check: clients and opposing parties from elsewhere."""

from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from legal.enquiries.models import KnownName
from legal.lawyers.models import Lawyer
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from portal.workflow.errors import NotAllowedError

# Ten parties against so many of each of ten colleagues are compared in some seconds.
MOST_NAMES: Final = 500


@transaction.atomic
def add_known(
    lawyer: Lawyer,
    *,
    side: str,
    name: str,
    other_name: str = "",
    country: Jurisdiction | None = None,
    number: str = "",
    by: User,
) -> KnownName:
    """Keep somebody a lawyer has acted for or against. `NotAllowedError` "role" for anybody else, or "many"."""
    held = _lock(lawyer, by=by)
    if held.known_names.count() >= MOST_NAMES:
        raise NotAllowedError(_("More names than these cannot be kept."), code="many")
    known = KnownName(
        lawyer=held, side=side, name=name, other_name=other_name, country=country, number=number, added_by=by
    )
    known.key_names()
    known.save()
    return known


@transaction.atomic
def remove_known(known: KnownName, *, by: User) -> None:
    """Take somebody off the list. `NotAllowedError` "role"."""
    _lock(known.lawyer, by=by)
    known.delete()


def _lock(lawyer: Lawyer, *, by: User) -> Lawyer:
    held: Lawyer | None = Lawyer.objects.select_for_update(no_key=True).filter(pk=lawyer.pk, user=by).first()
    if held is None:
        raise NotAllowedError(_("Only the lawyer whose list it is may do this."), code="role")
    return held
