"""What the page of a matter shows of its notarization."""

from typing import Any

from django import template
from django.utils import timezone

from legal.exhibits.languages import language_name
from legal.matters.models import Matter
from legal.matters.supplementing import asked_for
from legal.notarization.completeness import of
from legal.notarization.kinds import SLUG
from legal.notarization.models import Certificate, Refusal
from legal.notarization.routing import way_of

register = template.Library()


@register.inclusion_tag("notarization/_section.html")
def notarization_of(matter: Matter, *, acts: bool = False) -> dict[str, Any]:
    """What is to be notarized, by which way it goes abroad, and what came of it; nothing of other kinds.

    To who `acts` for the enterprise it says what can be done.
    """
    if matter.kind != SLUG:
        return {"said": None}
    said = of(matter)
    return {
        "said": said,
        "asked": asked_for(matter),
        "acts": acts,
        "matter": matter,
        "documents": matter.notarized.select_related("produced__exhibit"),
        "languages": [language_name(code) for code in said.languages],
        "passage": way_of(said, on=timezone.localdate()),
        "certificate": Certificate.objects.filter(matter=matter).select_related("exhibit__enterprise").first(),
        "refusal": Refusal.objects.filter(matter=matter).first(),
    }
