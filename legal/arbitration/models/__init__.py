"""What is held of a request for arbitration beside what every matter has."""

from legal.arbitration.models.agreement import Agreement
from legal.arbitration.models.claim import Claim, ClaimQuerySet
from legal.arbitration.models.filing import Filing
from legal.arbitration.models.joinder import Joinder
from legal.arbitration.models.measure import Measure
from legal.arbitration.models.part import Part
from legal.arbitration.models.reliance import Reliance
from legal.arbitration.models.supplement import Supplement

__all__ = ["Agreement", "Claim", "ClaimQuerySet", "Filing", "Joinder", "Measure", "Part", "Reliance", "Supplement"]
