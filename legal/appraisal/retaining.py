"""What becomes of an appraisal when the term of its matter is over."""

from legal.appraisal.models import Entrustment, Extension, Handover, Material, Opinion
from legal.matters.models import Matter


def empty(matter: Matter) -> None:
    """Remove the letter, the materials and what came of them; the opinion stays an exhibit of the enterprise."""
    for model in (Handover, Material, Extension, Entrustment, Opinion):
        model.objects.filter(matter=matter).delete()
