"""The daily mail: one notice that names the others of the day, for whoever wants them together."""

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from portal.notices.actions import notify
from portal.notices.models import Delivery
from portal.notices.notices import DIGEST
from portal.notices.states import State


def gather() -> None:
    """Make the daily mails whose time has come: each an ordinary notice, delivered like any other."""
    ready = Delivery.objects.to_be_gathered(now=timezone.now())
    for user in get_user_model().objects.filter(pk__in=ready.values("notice__user")):
        gather_for(user)


@transaction.atomic
def gather_for(user: AbstractBaseUser) -> None:
    """What waits for one person's daily mail goes into it; nothing where another worker is at it."""
    ready = Delivery.objects.to_be_gathered(now=timezone.now()).filter(notice__user=user.pk)
    keys = list(ready.select_for_update(of=("self",), skip_locked=True).values_list("pk", flat=True))
    if keys:
        digest = notify(DIGEST, to=[user])[0]
        Delivery.objects.filter(pk__in=keys).update(state=State.GATHERED, digest=digest)
