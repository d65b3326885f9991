"""Accounts of sample lawyers, so that a demonstration can show how a profile is kept and a request answered."""

from typing import Final

from django.db import transaction
from django.utils import timezone

from enterprises.actions.samples import sample_person
from legal.lawyers.models import Lawyer
from portal.accounts.models import User

# One of China and one of a neighbour: whose profile each keeps, and the language of their letters.
KEEPERS: Final = {
    "zhao@law-valley.example": ("sample-zhao-lan", "zh-hans"),
    "serik@law-valley.example": ("sample-serik-abdrakhmanov", "ru"),
}


@transaction.atomic
def make_sample_keepers(password: str) -> list[User]:
    """Accounts that keep the profiles of two sample lawyers; where the profiles are not there, no account either."""
    made = []
    for email, (slug, language) in KEEPERS.items():
        lawyer = Lawyer.objects.select_for_update(of=["self"]).filter(slug=slug, sample=True).first()
        if lawyer:
            lawyer.user, lawyer.changed_at = sample_person(email, language, password), timezone.now()
            lawyer.save(update_fields=["user", "changed_at"])
            made.append(lawyer.user)
    return made
