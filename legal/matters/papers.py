"""The files of matters: what they are for, and who may read them."""

from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from legal.matters.freezing import RECEIPTS
from legal.matters.models import Matter, Submission
from portal.accounts.models import User
from portal.files.media import PDF
from portal.files.registry import Purpose, allow, register

AUTHORITY: Final = Purpose("matters.authority", _("Power of attorney or other authority"), sensitive=True)
RECEIPT: Final = Purpose(RECEIPTS, _("Receipt of a submission"), media=(PDF,))


def of_members(user: User) -> QuerySet[Matter]:
    return Matter.objects.visible_to(user)


def receipts_of_members(user: User) -> QuerySet[Submission]:
    return Submission.objects.visible_to(user)


def of_officers(user: User) -> QuerySet[Matter]:
    return Matter.objects.read_by_staff(user)


def receipts_of_officers(user: User) -> QuerySet[Submission]:
    return Submission.objects.listed_to_staff(user)


register(AUTHORITY, RECEIPT)
# Changed by the actions of this app alone, which know what was submitted.
allow(Matter, readable=of_members)
allow(Submission, readable=receipts_of_members)
allow(Matter, readable=of_officers)
allow(Submission, readable=receipts_of_officers)
