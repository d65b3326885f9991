"""Finding lawyers and firms as addresses name them, and those who may help beside a law or a case."""

from django.db.models import Prefetch
from django.http import Http404
from django.utils.translation import gettext as _

from legal.laws.spoken import reader
from legal.lawyers.directory import Filters, ordered
from legal.lawyers.models import Admission, Firm, Lawyer, Mention


def lawyer_named(slug: str) -> Lawyer:
    """The published lawyer of an address, with all that the page shows; `Http404` where there is none."""
    admissions = Admission.objects.select_related("jurisdiction")
    found: Lawyer | None = (
        Lawyer.objects.published()
        .select_related("firm__jurisdiction", "jurisdiction", "verified_by")
        .prefetch_related(
            Prefetch("admissions", admissions),
            Prefetch("mentions", Mention.objects.accepted().with_named(), to_attr="shown_mentions"),
            *("skills", "topics", "office_hours", "education", "publications"),
        )
        .filter(slug=slug)
        .first()
    )
    if found is None:
        raise Http404(_("There is no such lawyer."))
    return found


def firm_named(slug: str) -> Firm:
    """The firm of an address whose licence was verified; `Http404` where there is none."""
    found: Firm | None = Firm.objects.published().select_related("jurisdiction").filter(slug=slug).first()
    if found is None:
        raise Http404(_("There is no such law firm."))
    return found


def near(jurisdiction: str, *, most: int) -> list[Lawyer]:
    """The first lawyers of the directory who practise the law of a jurisdiction and advise in the reader's language.

    Only those who take new matters. One query.
    """
    filters = Filters(jurisdiction=jurisdiction, language=reader().text, task="consult", available=True)
    keys = ordered(filters)[:most]
    found = Lawyer.objects.select_related("firm").in_bulk(list(keys))
    return [found[key] for key in keys]
