"""What there is to be told: each app registers its kinds in its `notices.py`, found by autodiscovery."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from portal.notices.models import Notice

Words: TypeAlias = "str | _StrPromise"


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds that a person wants or does not want together; `why` says why the mandatory ones among them always come."""

    slug: str
    label: Words
    why: Words = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of notice: its words stand in `templates/notices/<app>/<name>.txt`, as blocks `title` and `body`.

    `address` gives the path of what the notice is about, in the active language; it is asked at delivery and at
    each showing. `rooms` names the staff rooms that are told too. A kind that is not `shown` is mailed alone.
    """

    slug: str
    group: Group
    label: Words
    address: Callable[["Notice"], str]
    mandatory: bool = False
    rooms: tuple[str, ...] = ()
    shown: bool = True

    @property
    def template(self) -> str:
        """The file of its words: that of `enterprises.verified` is `notices/enterprises/verified.txt`."""
        return f"notices/{self.slug.replace('.', '/')}.txt"


SECURITY: Final = Group(
    "security",
    _("Security of your account"),
    _("You must hear at once when somebody enters your account or changes how it is entered."),
)
BY_SLUG: Final[dict[str, Kind]] = {}


def register(*kinds: Kind) -> None:
    """Add kinds; a second registration of the same name takes its place."""
    BY_SLUG.update({kind.slug: kind for kind in kinds})


def called(slug: str) -> Words:
    """What a kind is called; the bare slug where the app that knew it is gone."""
    return BY_SLUG[slug].label if slug in BY_SLUG else slug


def groups() -> list[Group]:
    """The groups of all kinds in the order they were registered, the security of the account first."""
    found = dict.fromkeys([SECURITY, *(kind.group for kind in BY_SLUG.values() if kind.shown)])
    return [group for group in found if of(group)]


def of(group: Group) -> list[Kind]:
    """The kinds of a group."""
    return [kind for kind in BY_SLUG.values() if kind.group == group]
