"""Firms and who acts for them, lawyers, and what belongs to a lawyer's profile."""

from legal.lawyers.models.claim import Claim, ClaimQuerySet
from legal.lawyers.models.firm import Firm, FirmMember, FirmQuerySet
from legal.lawyers.models.invitation import FirmInvitation, FirmInvitationQuerySet
from legal.lawyers.models.lawyer import Lawyer, LawyerQuerySet
from legal.lawyers.models.mention import Mention, MentionQuerySet
from legal.lawyers.models.parts import Admission, Education, OfficeHours, Publication, Skill
from legal.lawyers.models.portrait import Portrait, PortraitQuerySet
from legal.lawyers.models.revision import Revision, RevisionQuerySet

__all__ = [
    "Admission",
    "Claim",
    "ClaimQuerySet",
    "Education",
    "Firm",
    "FirmInvitation",
    "FirmInvitationQuerySet",
    "FirmMember",
    "FirmQuerySet",
    "Lawyer",
    "LawyerQuerySet",
    "Mention",
    "MentionQuerySet",
    "OfficeHours",
    "Portrait",
    "PortraitQuerySet",
    "Publication",
    "Revision",
    "RevisionQuerySet",
    "Skill",
]
