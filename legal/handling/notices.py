"""What there is to be told of what staff decide."""

from django.utils.translation import gettext_lazy as _

from legal.matters.notices import GROUP, page
from portal.notices.kinds import Kind, register

register(Kind("handling.decided", GROUP, _("The institution has decided something in a matter"), page, mandatory=True))
