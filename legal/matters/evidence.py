"""What matters tell of exhibits: those produced in one are held, so that none is removed or replaced in place."""

from django.db.models import QuerySet

from legal.exhibits.models import Exhibit
from legal.exhibits.registry import hold
from legal.matters.models import Produced


def produced() -> QuerySet[Exhibit]:
    return Exhibit.objects.filter(pk__in=Produced.objects.values("exhibit"))


hold(produced)
