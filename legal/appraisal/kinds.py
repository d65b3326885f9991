"""The closed lists of judicial appraisal: its four classes, who entrusts it, and what is handed over."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

# The kind of its matters.
SLUG: Final = "appraisal"
# The clock of its completion.
OPINION_CLOCK: Final = "opinion"


class Branch(TextChoices):
    """The four classes that are judicial appraisal; valuation, cost and quality are none."""

    MEDICINE = "medicine", pgettext_lazy("class of appraisal", "Forensic medicine")
    PHYSICAL = (
        "physical",
        pgettext_lazy("class of appraisal", "Physical evidence: handwriting, seals, documents, traces"),
    )
    RECORDINGS = "recordings", pgettext_lazy("class of appraisal", "Audio-visual materials and electronic data")
    ENVIRONMENT = "environment", pgettext_lazy("class of appraisal", "Environmental damage")


class Entruster(TextChoices):
    """Who entrusts; what this rests on stands in `sources`."""

    AUTHORITY = (
        "authority",
        pgettext_lazy("who entrusts an appraisal", "A court or other authority that handles the case"),
    )
    ENTERPRISE = "enterprise", pgettext_lazy("who entrusts an appraisal", "The enterprise itself")
    JOINT = "joint", pgettext_lazy("who entrusts an appraisal", "Several parties together")


class Round(TextChoices):
    """Whether the question is put for the first time."""

    FIRST = "first", pgettext_lazy("round of an appraisal", "First appraisal")
    SUPPLEMENTARY = "supplementary", pgettext_lazy("round of an appraisal", "Supplement to an earlier appraisal")
    REPEAT = "repeat", pgettext_lazy("round of an appraisal", "Re-appraisal")


class Disposal(TextChoices):
    """What becomes of the materials afterwards."""

    RETURN = "return", pgettext_lazy("materials of an appraisal", "To be given back")
    KEEP = "keep", pgettext_lazy("materials of an appraisal", "The institution may keep them")
    CONSUME = "consume", pgettext_lazy("materials of an appraisal", "They may be used up or damaged in the examination")


class Delivery(TextChoices):
    """How the opinion comes to whoever entrusted it."""

    COUNTER = "counter", pgettext_lazy("how an opinion is handed over", "Collected at the institution")
    COURIER = "courier", pgettext_lazy("how an opinion is handed over", "Sent by courier")
    ELECTRONIC = "electronic", pgettext_lazy("how an opinion is handed over", "In the portal alone")


class MaterialKind(TextChoices):
    """What a material is in the examination."""

    QUESTIONED = "questioned", pgettext_lazy("material of an appraisal", "Questioned material")
    SAMPLE = "sample", pgettext_lazy("material of an appraisal", "Sample to compare with")
    OTHER = "other", pgettext_lazy("material of an appraisal", "Something else that belongs to it")
