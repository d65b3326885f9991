"""The papers of a registration: what they are for, and who may read them."""

from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise
from portal.accounts.models import User
from portal.files.media import XLSX
from portal.files.models import File
from portal.files.registry import Purpose, allow, may_read, register
from portal.files.states import State as FileState

LICENCE: Final = "licence"
LETTER: Final = "letter"
IDENTITY: Final = "identity"
OTHER: Final = "other"

PURPOSES: Final = {
    LICENCE: Purpose("enterprises.licence", _("Business licence or extract from the register")),
    LETTER: Purpose("enterprises.letter", _("Letter of authorisation of whoever acts for the enterprise")),
    IDENTITY: Purpose("enterprises.identity", _("Identity document of the legal representative"), sensitive=True),
    OTHER: Purpose("enterprises.other", _("Other paper")),
}
# What an enterprise is verified by.
VOUCHING: Final = (LICENCE, LETTER, IDENTITY)
# A paper another one has taken the place of, until that one is verified in its turn.
FORMER: Final = Purpose("enterprises.former", _("Paper verified before, kept until the new one is"))
# A list officers bring, of which nothing is kept longer than they need to import it.
LARGEST_SHEET: Final = 10 * 1024 * 1024
SHEET: Final = Purpose("enterprises.sheet", _("Spreadsheet of enterprises"), media=(XLSX,), largest=LARGEST_SHEET)
# What was destroyed or could not be checked is no paper.
COUNTED: Final = (FileState.QUARANTINED, FileState.CLEAN)


def read_by_members(user: User) -> QuerySet[Enterprise]:
    found: QuerySet[Enterprise] = Enterprise.objects.visible_to(user)
    return found


def read_by_staff(user: User) -> QuerySet[Enterprise]:
    """Those who decide registrations read the papers of what was submitted, not those of drafts."""
    if not user.is_staff or not user.has_perm("enterprises.verify_enterprise"):
        return Enterprise.objects.none()
    return Enterprise.objects.filter(submitted_at__isnull=False)


def handed_in(enterprise: Enterprise) -> set[str]:
    """The purposes there is a paper for, as `licence`."""
    files = File.objects.of(enterprise).filter(state__in=COUNTED)
    slugs = {purpose.slug: name for name, purpose in PURPOSES.items()}
    return {slugs[purpose] for purpose in files.values_list("purpose", flat=True) if purpose in slugs}


register(*PURPOSES.values(), FORMER, SHEET)
# Changed by `actions.papers.put` alone, which knows what was verified.
allow(Enterprise, readable=read_by_members)
allow(Enterprise, readable=read_by_staff)


def shown_papers(enterprise: Enterprise, user: User) -> list[File]:
    """The papers of an enterprise that a person may read, in the order they were handed in.

    Asked of this enterprise alone: among all whose papers an officer may read, it took longer than the page.
    """
    return list(File.objects.of(enterprise).order_by("received_at")) if may_read(user, enterprise) else []
