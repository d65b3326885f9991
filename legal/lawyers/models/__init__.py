"""Firms and who acts for them, lawyers, and what belongs to a lawyer's profile."""

from legal.lawyers.models.firm import Firm, FirmMember, FirmQuerySet
from legal.lawyers.models.lawyer import Lawyer, LawyerQuerySet
from legal.lawyers.models.mention import Mention, MentionQuerySet
from legal.lawyers.models.parts import Admission, Education, OfficeHours, Publication, Skill

__all__ = [
    "Admission",
    "Education",
    "Firm",
    "FirmMember",
    "FirmQuerySet",
    "Lawyer",
    "LawyerQuerySet",
    "Mention",
    "MentionQuerySet",
    "OfficeHours",
    "Publication",
    "Skill",
]
