"""The archives: what they are for, and who may read them."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from legal.intake.models import Intake
from portal.files.media import ZIP
from portal.files.registry import Purpose, allow, register

ARCHIVE: Final = Purpose("intake.laws", _("Laws to be imported"), media=(ZIP,), largest=50 * 1024 * 1024)

register(ARCHIVE)
allow(Intake, readable=Intake.objects.visible_to)
