"""Where a service is begun in the portal today; of one that is not named here a page says how to apply elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Start:
    """The page that begins it, by name, what its button says, and what comes then.

    `agreed`: whoever gives it agrees on time and cost with whoever asks, where no figure says them. `carries`: the page
    takes the other country along, as `country` in its address.
    """

    name: str
    label: Any
    then: Any
    parts: Mapping[str, str] = field(default_factory=dict)
    agreed: bool = False
    carries: bool = False

    @property
    def address(self) -> str:
        return reverse(self.name, kwargs=dict(self.parts))

    def with_country(self, code: str) -> str:
        """The address, with the other country where that is known and taken along."""
        return f"{self.address}?{urlencode({'country': code})}" if code and self.carries else self.address


LAWYER: Final = Start(
    "lawyers:list",
    _("Choose a lawyer"),
    _("You ask on the lawyer’s page: you sign in, choose your enterprise and name the other side."),
    agreed=True,
)
# By the slug of the service.
STARTS: Final[dict[str, Start]] = {
    "legal-consultation": LAWYER,
    "contract-review": LAWYER,
    "legal-training": Start(
        "training:list",
        _("Choose a course"),
        _("On the page of a session you enrol: you sign in and say for which enterprise you come."),
        agreed=True,
    ),
}


def register_start(slug: str, start: Start) -> None:
    """Let a service begin in the portal: an app above says so as it registers its proceeding."""
    STARTS[slug] = start


def of_matters(kind: str, *, label: Any, carries: bool = False) -> Start:
    """The start of what is filed as a matter of a kind."""
    return Start(
        "matters:start",
        label,
        _("You sign in, choose your enterprise and write as you go; nothing is submitted before you have read it all."),
        {"kind": kind},
        carries=carries,
    )
