"""Finding a case as an address names it."""

from django.http import Http404
from django.utils.translation import gettext as _

from legal.cases.models import Case


def case_named(code: str, slug: str) -> Case:
    """The case of an address, with its jurisdiction and topics; `Http404` where there is none."""
    case: Case | None = (
        Case.objects.with_reference()
        .prefetch_related("texts")
        .filter(jurisdiction__code=code, slug=slug)
        .order_by()
        .first()
    )
    if case is None:
        raise Http404(_("There is no such case."))
    return case
