"""The records of judicial appraisal."""

from legal.appraisal.models.entrustment import Entrustment
from legal.appraisal.models.extension import Extension
from legal.appraisal.models.handover import Handover
from legal.appraisal.models.material import Material
from legal.appraisal.models.opinion import Opinion

__all__ = ["Entrustment", "Extension", "Handover", "Material", "Opinion"]
