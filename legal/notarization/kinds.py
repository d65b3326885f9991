"""The closed lists of notarization: what can be certified, where, why an office refuses, how it is handed over."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

# The kind of its matters.
SLUG: Final = "notarization"
# Notarization Law of the People's Republic of China, in force as amended from 1 January 2018.
LAW: Final = ("cn", "notarization-law")


class Act(TextChoices):
    """What an enterprise can have certified of the matters of Article 11; those of families and wills it cannot."""

    CONTRACT = "contract", pgettext_lazy("matter of notarization", "Contract")
    AUTHORITY = "authority", pgettext_lazy("matter of notarization", "Power of attorney")
    DECLARATION = "declaration", pgettext_lazy("matter of notarization", "Declaration or resolution")
    BIDDING = "bidding", pgettext_lazy("matter of notarization", "Bidding or auction")
    STATUS = "status", pgettext_lazy("matter of notarization", "Post, qualification or clean record of a person")
    ARTICLES = "articles", pgettext_lazy("matter of notarization", "Articles of association")
    EVIDENCE = "evidence", pgettext_lazy("matter of notarization", "Preservation of evidence")
    SIGNATURE = "signature", pgettext_lazy("matter of notarization", "Signature, seal or date on a document")
    COPY = "copy", pgettext_lazy("matter of notarization", "Copy that matches the original, as of a licence")
    OTHER = "other", pgettext_lazy("matter of notarization", "Something else applied for of one’s own accord")


# The item of Article 11 each stands under.
ITEMS: Final = {
    Act.CONTRACT: 1,
    Act.AUTHORITY: 3,
    Act.DECLARATION: 3,
    Act.BIDDING: 5,
    Act.STATUS: 7,
    Act.ARTICLES: 8,
    Act.EVIDENCE: 9,
    Act.SIGNATURE: 10,
    Act.COPY: 10,
    Act.OTHER: 11,
}


class Place(TextChoices):
    """Why an office there is competent: Article 25."""

    DOMICILE = "domicile", pgettext_lazy("place of notarization", "The enterprise has its domicile there")
    ACT = "act", pgettext_lazy("place of notarization", "What is to be certified was or will be done there")
    FACT = "fact", pgettext_lazy("place of notarization", "The fact to be certified occurred there")
    PROPERTY = "property", pgettext_lazy("place of notarization", "The real estate it concerns lies there")


class Collection(TextChoices):
    """How the certificate comes to whoever applied for it."""

    COUNTER = "counter", pgettext_lazy("how a paper is handed over", "Collected at the office")
    COURIER = "courier", pgettext_lazy("how a paper is handed over", "Sent by courier")


class Identity(TextChoices):
    """What whoever collects shows at the counter; its number is noted nowhere."""

    CARD = "card", pgettext_lazy("identity paper", "Identity card")
    PASSPORT = "passport", pgettext_lazy("identity paper", "Passport")
    PERMIT = "permit", pgettext_lazy("identity paper", "Residence or travel permit")
    COURIER = "courier", pgettext_lazy("identity paper", "None: sent by courier")


class Ground(TextChoices):
    """Why an office refuses: the grounds of Article 31."""

    CAPACITY = "capacity", pgettext_lazy("ground of refusal", "Lack of capacity, and no guardian applies")
    INTEREST = "interest", pgettext_lazy("ground of refusal", "No interest in what is to be certified")
    APPRAISAL = "appraisal", pgettext_lazy("ground of refusal", "It is a matter for appraisers")
    DISPUTE = "dispute", pgettext_lazy("ground of refusal", "Those concerned are in dispute about it")
    FALSE = "false", pgettext_lazy("ground of refusal", "Facts were made up or hidden, or false papers handed in")
    MATERIALS = "materials", pgettext_lazy("ground of refusal", "The papers do not suffice, or were not supplemented")
    UNTRUE = "untrue", pgettext_lazy("ground of refusal", "It is untrue or unlawful")
    MORALS = "morals", pgettext_lazy("ground of refusal", "It is against public morals")
    FEE = "fee", pgettext_lazy("ground of refusal", "The fee was not paid")
