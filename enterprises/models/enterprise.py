"""The enterprise: what it says of itself, and how far its registration is."""

import secrets
from typing import Any, ClassVar, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Index, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.industry import Industry
from enterprises.states import BARRED, EDITABLE, OPEN, REGISTRATION, WAITING, State
from portal.history import tracked
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction
from portal.reference.sorting import sort_key
from portal.workflow.machine import Machine
from portal.workflow.models import Moving

LONGEST_NAME: Final = 200
LONGEST_KEY: Final = 400
# Without vowels, so that no word comes out; without what looks like something else.
KEY_CHARACTERS: Final = "23456789bcdfghjkmnpqrstvwxyz"
KEY_LENGTH: Final = 12


def new_key() -> str:
    """What stands for an enterprise in addresses: nobody can guess it, and it tells no count."""
    return "".join(secrets.choice(KEY_CHARACTERS) for _ in range(KEY_LENGTH))


class EnterpriseQuerySet(models.QuerySet["Enterprise"]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> "EnterpriseQuerySet":
        """Those a person is a member of."""
        return self.filter(memberships__person_id=user.pk) if user.is_authenticated else self.none()

    def locked(self) -> "EnterpriseQuerySet":
        """The same, changed by nobody else until the transaction ends."""
        return self.select_for_update(of=("self",)).select_related("country")

    def waiting(self) -> "EnterpriseQuerySet":
        """Those whose registration staff have to decide, the longest waiting first."""
        return self.filter(state__in=WAITING).order_by("submitted_at", "pk")


@tracked()
class Enterprise(Moving):
    """An enterprise that is registered here, or about to be; `name` is what it is called in a language."""

    machine: ClassVar[Machine] = REGISTRATION

    class InZone(models.TextChoices):
        YES = "yes", pgettext_lazy("registered in the zone", "Yes")
        NO = "no", pgettext_lazy("registered in the zone", "No")
        APPLIED = "applied", pgettext_lazy("registered in the zone", "Applied for")

    key = models.CharField(_("key"), max_length=KEY_LENGTH, unique=True, editable=False)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.DRAFT, editable=False)
    country = models.ForeignKey(
        Jurisdiction, models.PROTECT, related_name="+", verbose_name=_("country of registration")
    )
    register_name = models.CharField(_("name in the register"), max_length=LONGEST_NAME, blank=True)
    name = models.CharField(_("name"), max_length=LONGEST_NAME, blank=True)
    name_key = models.CharField(_("sorting key of the name"), max_length=LONGEST_KEY, blank=True, editable=False)
    legal_form = models.CharField(_("legal form"), max_length=120, blank=True)
    industry = models.ForeignKey(
        Industry, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("industry")
    )
    address = models.CharField(_("address"), max_length=500, blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    # The name alone: the number of an identity document stands in the paper, and nowhere else.
    representative = models.CharField(_("legal representative"), max_length=150, blank=True)
    in_zone = models.CharField(_("registered in the zone"), max_length=8, choices=InZone, blank=True)
    # What was typed and cannot be right yet, by the name of its field: nothing typed is lost.
    unfinished = models.JSONField(_("typed, but not right yet"), default=dict, blank=True, editable=False)
    # Raised by each change, so that nobody writes over what another device has saved meanwhile.
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    created_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("waiting since"), null=True, editable=False)
    verified_at = models.DateTimeField(_("verified"), null=True, editable=False)

    objects = EnterpriseQuerySet.as_manager()

    class Meta:
        verbose_name = _("enterprise")
        verbose_name_plural = _("enterprises")
        ordering = ["-pk"]
        permissions = [
            ("verify_enterprise", _("Can decide registrations: verify, return, reject, suspend")),
            ("import_enterprise", _("Can import enterprises from a spreadsheet")),
        ]
        constraints = [
            models.CheckConstraint(
                name="enterprises_submitted_has_a_name",
                condition=Q(state__in=OPEN)
                | Q(name_zh_hans__isnull=False, name_zh_hans__gt="")
                | Q(name_en__isnull=False, name_en__gt="")
                | Q(name_ru__isnull=False, name_ru__gt=""),
                violation_error_message=_("An enterprise needs a name in one language at least."),
            ),
            models.CheckConstraint(
                name="enterprises_waiting_since",
                condition=Q(state=State.DRAFT) | Q(submitted_at__isnull=False),
                violation_error_message=_("What was submitted has the day it was submitted on."),
            ),
        ]
        indexes = [
            # the queue of registrations
            Index(fields=["submitted_at"], name="enterprises_queue", condition=Q(state__in=WAITING)),
            # the console's list, narrowed by state
            Index(fields=["state", "-id"], name="enterprises_by_state"),
            Index(fields=["country", "-id"], name="enterprises_by_country"),
            # the console's search, by how a name or an address begins
            *(
                Index(fields=[field], opclasses=["varchar_pattern_ops"], name=f"enterprises_{name}")
                for field, name in [
                    ("name_zh_hans", "name_zh"),
                    ("name_key_en", "name_en"),
                    ("name_key_ru", "name_ru"),
                    ("register_name", "name_register"),
                    ("email", "email"),
                ]
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.register_name or str(_("Enterprise without a name yet"))

    def get_absolute_url(self) -> str:
        return reverse("enterprises:home", args=[self.key])

    @property
    def is_open(self) -> bool:
        """Whether it is still being filled in: what is typed is kept, right or not."""
        return self.state in OPEN

    @property
    def is_editable(self) -> bool:
        """Whether its facts may be changed as it stands."""
        return self.state in EDITABLE

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for staff."""
        return self.state in WAITING

    @property
    def is_barred(self) -> bool:
        """Whether staff have rejected or suspended it, for a reason that is told."""
        return self.state in BARRED

    def names(self) -> dict[str, str]:
        """Its names by the text code of their language, without those it has not."""
        named = {language.text: getattr(self, f"name_{language.column}") for language in LANGUAGES}
        return {text: name for text, name in named.items() if name}

    def key_names(self) -> dict[str, Any]:
        """Set the keys its names are sorted and found by, one a language; the fields that were set."""
        keys = {
            f"name_key_{language.column}": sort_key(
                getattr(self, f"name_{language.column}") or "", language.text, longest=LONGEST_KEY
            )
            for language in LANGUAGES
        }
        for field, key in keys.items():
            setattr(self, field, key)
        return keys
