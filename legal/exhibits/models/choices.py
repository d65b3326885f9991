"""The closed lists of what can be said of an exhibit."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """What sort of document it is."""

    CONTRACT = "contract", pgettext_lazy("kind of exhibit", "Contract or annex to one")
    CORRESPONDENCE = "correspondence", pgettext_lazy("kind of exhibit", "Correspondence")
    PAYMENT = "payment", pgettext_lazy("kind of exhibit", "Invoice or payment")
    SHIPPING = "shipping", pgettext_lazy("kind of exhibit", "Transport or customs document")
    OFFICIAL = "official", pgettext_lazy("kind of exhibit", "Document of an authority, court or register")
    AUTHORITY = "authority", pgettext_lazy("kind of exhibit", "Power of attorney or resolution")
    OPINION = "opinion", pgettext_lazy("kind of exhibit", "Opinion of an appraiser or expert")
    PICTURE = "picture", pgettext_lazy("kind of exhibit", "Photograph or screenshot")
    OTHER = "other", pgettext_lazy("kind of exhibit", "Something else")


class Form(TextChoices):
    """What the file was made from: what can be laid before whoever asks for it."""

    ORIGINAL = "original", pgettext_lazy("form of an exhibit", "Original")
    COPY = "copy", pgettext_lazy("form of an exhibit", "Copy")
    CERTIFIED = "certified", pgettext_lazy("form of an exhibit", "Certified copy")
    ELECTRONIC = "electronic", pgettext_lazy("form of an exhibit", "Exists only as a file")


class Legalization(TextChoices):
    """Whether the document has been made good for use in another country."""

    UNKNOWN = "unknown", pgettext_lazy("legalization of an exhibit", "Not known")
    NOT_NEEDED = "not-needed", pgettext_lazy("legalization of an exhibit", "Not needed")
    NEEDED = "needed", pgettext_lazy("legalization of an exhibit", "Needed, not there yet")
    APOSTILLE = "apostille", pgettext_lazy("legalization of an exhibit", "Apostille")
    LEGALIZED = "legalized", pgettext_lazy("legalization of an exhibit", "Consular legalization")


# There is a certificate, with a number and a day.
CERTIFIED: Final = (Legalization.APOSTILLE, Legalization.LEGALIZED)
