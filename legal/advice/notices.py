"""What there is to be told about advice."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from legal.matters.notices import GROUP, page
from portal.notices.kinds import Kind, register

ANSWERED: Final = Kind("advice.answered", GROUP, _("A question was answered"), page)
REVIEWED: Final = Kind("advice.reviewed", GROUP, _("The remarks on a contract are there"), page)
register(ANSWERED, REVIEWED)
