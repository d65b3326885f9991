"""What is held of an exhibit: its file as it was received, and what is said of it."""

from legal.exhibits.models.choices import Form, Kind, Legalization
from legal.exhibits.models.exhibit import Exhibit, ExhibitQuerySet

__all__ = ["Exhibit", "ExhibitQuerySet", "Form", "Kind", "Legalization"]
