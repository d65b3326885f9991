"""Archives of law that somebody brought, and what came, or would come, of each law in them."""

from legal.intake.models.intake import KINDS, Intake, Stage
from legal.intake.models.line import Finding, FoundLaw

__all__ = ["KINDS", "Finding", "FoundLaw", "Intake", "Stage"]
