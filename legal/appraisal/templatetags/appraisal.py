"""What the page of a matter shows of its appraisal."""

from typing import Any, Final

from django import template
from django.utils.formats import date_format

from legal.appraisal.completeness import of
from legal.appraisal.forms.entrustment import EntrustmentForm
from legal.appraisal.kinds import SLUG
from legal.appraisal.models import Entrustment, Opinion
from legal.appraisal.sources import WHO_ENTRUSTS
from legal.matters.models import Matter
from legal.matters.supplementing import asked_for

register = template.Library()
# Shown by the words of the page on which they are written.
ROWS: Final = (
    *("branch", "entruster", "body", "case_number", "institution", "subject", "purpose", "requirement", "questions"),
    *("wanted_by", "round", "parent", "facts", "disposal", "fees", "appearance", "recusal", "delivery", "address"),
)


@register.inclusion_tag("appraisal/_section.html")
def appraisal_of(matter: Matter, posting: str = "") -> dict[str, Any]:
    """What stands in the letter, what is to be examined, and what came of it; nothing of other kinds.

    With the token of the page, receipts can be confirmed there.
    """
    if matter.kind != SLUG:
        return {"said": None}
    said = of(matter)
    return {
        "said": said,
        "asked": asked_for(matter),
        "matter": matter,
        "rows": [(EntrustmentForm.base_fields[name].label, _told(said, name)) for name in ROWS],
        "source": WHO_ENTRUSTS,
        "materials": matter.materials.select_related("produced"),
        "extensions": matter.extensions.select_related("rule"),
        "handovers": matter.handovers.select_related("matter"),
        "acts": bool(posting),
        "csrf_token": posting,
        "opinion": Opinion.objects.filter(matter=matter).select_related("exhibit__enterprise").first(),
    }


def _told(said: Entrustment, name: str) -> str:
    """A fact as people read it; "" where nothing is said."""
    value = getattr(said, name)
    if name == "wanted_by":
        return date_format(value) if value else ""
    if name == "appearance":
        field: Any = EntrustmentForm.base_fields[name]
        return str(dict(field.choices)["yes" if value else "no"])
    spoken = getattr(said, f"get_{name}_display", None)
    return str(spoken() if spoken else value or "")
