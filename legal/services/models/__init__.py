"""What the services are, what they take and rest on, and what becomes of papers made abroad."""

from legal.services.models.basis import Basis
from legal.services.models.figure import Figure
from legal.services.models.legalization import Legalization
from legal.services.models.material import Material
from legal.services.models.service import Service

__all__ = ["Basis", "Figure", "Legalization", "Material", "Service"]
