"""What appraisal tells of exhibits: an opinion is held as long as its matter has it."""

from django.db.models import QuerySet

from legal.appraisal.models import Opinion
from legal.exhibits.models import Exhibit
from legal.exhibits.registry import hold


def opinions() -> QuerySet[Exhibit]:
    return Exhibit.objects.filter(pk__in=Opinion.objects.values("exhibit"))


hold(opinions)
