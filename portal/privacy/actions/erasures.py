"""An account is deleted: what can be erased is, what must be kept is named."""

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import get_language

from portal.languages import DEFAULT
from portal.notices.actions import notify
from portal.notices.recipients import Outsider
from portal.privacy.actions.security import record
from portal.privacy.errors import NotDeletableError
from portal.privacy.models import Erasure, SecurityEvent
from portal.privacy.notices import ACCOUNT_DELETED
from portal.privacy.registry import Fate, holders


def fates(user: AbstractBaseUser) -> list[Fate]:
    """What deleting the account would erase and keep, of what there is."""
    return [fate for holder in holders() for fate in holder.fates(user) if fate.number]


def objections(user: AbstractBaseUser) -> list[str]:
    """Why the account cannot be deleted now, and what has to be done before."""
    return [str(sentence) for holder in holders() for sentence in holder.objections(user)]


@transaction.atomic
def delete_account(user: AbstractBaseUser, *, by: AbstractBaseUser, request: HttpRequest | None = None) -> Erasure:
    """Delete an account at once; `NotDeletableError` where an app objects. Deleted already, nothing is done again.

    The row of the user stays as a number without a name, since records of others say who acted. The rooms above go
    first. An event is written to the security log, and the address that was the account's is told, in the active
    language.
    """
    get_user_model().objects.select_for_update().get(pk=user.pk)
    done = Erasure.objects.filter(user_id=user.pk).first()
    if done:
        return done
    objected = objections(user)
    if objected:
        raise NotDeletableError(objected)
    kept = [fate for fate in fates(user) if fate.why]
    former = Outsider(user.get_username(), get_language() or DEFAULT.code)
    for holder in reversed(holders()):
        holder.erase(user, by=by)
    record(SecurityEvent.Kind.ACCOUNT_DELETED, user=user, request=request)
    notify(ACCOUNT_DELETED, to=[former], key=str(user.pk))
    return Erasure.objects.create(
        user_id=user.pk,
        by_id=by.pk,
        kept=[
            {"what": str(fate.what), "number": fate.number, "why": str(fate.why), "until": str(fate.until)}
            for fate in kept
        ],
    )
