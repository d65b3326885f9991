"""Laws, their dated editions, the places in an edition, the words there, and what they cite."""

from legal.laws.models.change import Change
from legal.laws.models.citation import Citation, CitedPlace
from legal.laws.models.edition import Edition, EditionQuerySet, end_of_force
from legal.laws.models.law import Law, LawQuerySet
from legal.laws.models.name import LawName
from legal.laws.models.provision import Provision
from legal.laws.models.text import ProvisionText

__all__ = [
    "Change",
    "Citation",
    "CitedPlace",
    "Edition",
    "EditionQuerySet",
    "Law",
    "LawName",
    "LawQuerySet",
    "Provision",
    "ProvisionText",
    "end_of_force",
]
