"""What the words of an entrustment rest on, as readers are told: with the place, and what it is worth here."""

from typing import Final

from django.utils.translation import gettext_lazy as _

# Regulations of Guangdong Province on Judicial Appraisal, 2022: the fullest text that was read.
WHO_ENTRUSTS: Final = _(
    "Article 25 of the Regulations of Guangdong Province on Judicial Appraisal (2022) lets authorities that handle "
    "cases, other organisations and individuals entrust an institution on the register. For Xinjiang this is to be "
    "confirmed: the institution decides."
)
CLASSES: Final = _(
    "Valuation, construction cost, product quality and intellectual property are not among them: "
    "they go to other bodies."
)
EXTENSION: Final = "appraisal-extension"
