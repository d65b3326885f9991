"""What matters tell of exhibits: those produced in one are held, and officers it is opened to read them."""

from typing import Any

from django.db.models import QuerySet

from legal.exhibits.models import Exhibit
from legal.exhibits.registry import hold, let_read
from legal.matters.models import Produced


def produced() -> QuerySet[Exhibit]:
    return Exhibit.objects.filter(pk__in=Produced.objects.values("exhibit"))


def of_officers(user: Any) -> QuerySet[Exhibit]:
    return Exhibit.objects.filter(pk__in=Produced.objects.opened_to(user).values("exhibit"))


hold(produced)
let_read(of_officers)
