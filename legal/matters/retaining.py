"""How long what a matter holds is kept, once it has ended."""

import datetime

from django.utils import timezone

from legal.matters.models import Matter
from portal.privacy.models import RetentionRule

KIND = "matters"


def kept_until(matter: Matter) -> datetime.date | None:
    """The day after which its contents are removed; None while it is under way, and where no term is decided."""
    if matter.ended_at is None:
        return None
    days = RetentionRule.objects.filter(kind=KIND).values_list("days", flat=True).first()
    return timezone.localdate(matter.ended_at + datetime.timedelta(days=days)) if days else None
