"""Where a service is begun in the portal today; of one that is not named here a page says how to apply elsewhere."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Start:
    """The page that begins it, by name, what its button says, and what comes then."""

    name: str
    label: Any
    then: Any


LAWYER: Final = Start(
    "lawyers:list",
    _("Choose a lawyer"),
    _("You ask on the lawyer’s page: you sign in, choose your enterprise and name the other side."),
)
# By the slug of the service.
STARTS: Final = {
    "legal-consultation": LAWYER,
    "contract-review": LAWYER,
    "legal-training": Start(
        "training:list",
        _("Choose a course"),
        _("On the page of a session you enrol: you sign in and say for which enterprise you come."),
    ),
}
