"""The papers that prove a licence: what they are for, and who may read them."""

from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from legal.lawyers.models import Claim, Revision
from legal.lawyers.states import RevisionState
from portal.accounts.models import User
from portal.files.media import JPEG, PNG, WEBP
from portal.files.models import File
from portal.files.registry import Purpose, allow, register
from portal.files.states import State as FileState

# A licence names its holder, often with a picture and a number: each reading is recorded.
LICENCE: Final = Purpose("lawyers.licence", _("Licence, or another paper of whoever issued it"), sensitive=True)
PROOF: Final = Purpose("lawyers.proof", _("Paper that proves whose profile it is"), sensitive=True)
# It is made anew of its pixels as soon as it is handed in, and only that is kept: nobody but its sender reads the file.
PHOTO: Final = Purpose("lawyers.photo", _("Photo of yourself"), media=(JPEG, PNG, WEBP), largest=10 * 1024 * 1024)
# What was destroyed or could not be checked is no paper.
COUNTED: Final = (FileState.QUARANTINED, FileState.CLEAN)


def licence_papers(revision: Revision) -> list[File]:
    """The papers handed in with a revision."""
    return list(File.objects.of(revision, LICENCE.slug).filter(state__in=COUNTED).order_by("received_at", "pk"))


def proofs(claim: Claim) -> list[File]:
    """The papers handed in with a claim."""
    return list(File.objects.of(claim, PROOF.slug).filter(state__in=COUNTED).order_by("received_at", "pk"))


def revisions_of_keepers(user: User) -> QuerySet[Revision]:
    return Revision.objects.of_keeper(user)


def revisions_of_moderators(user: User) -> QuerySet[Revision]:
    """Moderators read the papers of what was submitted to them, not those of what is being written, or rewritten."""
    found = Revision.objects.handed_in().exclude(state=RevisionState.RETURNED)
    if not user.is_staff:
        return found.none()
    if not user.has_perm("lawyers.verify_lawyer"):
        found = found.exclude(lawyer__isnull=False)
    return found if user.has_perm("lawyers.verify_firm") else found.exclude(firm__isnull=False)


def claims_of_claimants(user: User) -> QuerySet[Claim]:
    return Claim.objects.of(user)


def claims_of_moderators(user: User) -> QuerySet[Claim]:
    found = Claim.objects.standing()
    if not user.is_staff:
        return found.none()
    if not user.has_perm("lawyers.verify_lawyer"):
        found = found.exclude(lawyer__isnull=False)
    return found if user.has_perm("lawyers.verify_firm") else found.exclude(firm__isnull=False)


register(LICENCE, PROOF, PHOTO)
# Changed by actions alone, which know what was verified by them.
allow(Revision, readable=revisions_of_keepers)
allow(Revision, readable=revisions_of_moderators)
allow(Claim, readable=claims_of_claimants)
allow(Claim, readable=claims_of_moderators)
