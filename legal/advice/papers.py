"""The files of advice: what they are for, and who may read them."""

from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from legal.advice.models import Letter
from portal.accounts.models import User
from portal.files.media import DOCUMENTS, PDF
from portal.files.registry import Purpose, allow, register

LETTER: Final = Purpose("advice.letter", _("Letter of a staff lawyer"), media=(PDF,), sensitive=True)
REVIEWED: Final = Purpose(
    "advice.reviewed", _("Contract with the remarks in it"), media=DOCUMENTS, largest=50 * 1024 * 1024, sensitive=True
)


def of_members(user: User) -> QuerySet[Letter]:
    return Letter.objects.visible_to(user)


def of_officers(user: User) -> QuerySet[Letter]:
    return Letter.objects.read_by_staff(user)


register(LETTER, REVIEWED)
allow(Letter, readable=of_members)
allow(Letter, readable=of_officers)
