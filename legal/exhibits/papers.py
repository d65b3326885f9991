"""The files of exhibits: what is taken, and who may read it."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from legal.exhibits.models import Exhibit
from portal.files.media import DOCUMENTS
from portal.files.registry import Purpose, allow, register

# Of each reading there is a record: a party may ask one day who has seen its evidence.
EXHIBIT: Final = Purpose("exhibits.exhibit", _("Exhibit"), media=DOCUMENTS, largest=50 * 1024 * 1024, sensitive=True)

register(EXHIBIT)
# Neither changed nor removed as a mere file: by the actions of this app alone, which know whether it is held.
allow(Exhibit, readable=Exhibit.objects.visible_to)
