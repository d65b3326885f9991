"""What notarization tells of exhibits: a certificate is held as long as its matter has it."""

from django.db.models import QuerySet

from legal.exhibits.models import Exhibit
from legal.exhibits.registry import hold
from legal.notarization.models import Certificate


def certificates() -> QuerySet[Exhibit]:
    return Exhibit.objects.filter(pk__in=Certificate.objects.values("exhibit"))


hold(certificates)
