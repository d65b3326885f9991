"""Who acts for an enterprise, and as what."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enterprises.models.enterprise import Enterprise
from enterprises.policies import RIGHTS, Right, Role, roles_with
from portal.history import tracked


class MembershipQuerySet(models.QuerySet["Membership"]):
    def of(self, person: AbstractBaseUser | AnonymousUser) -> "MembershipQuerySet":
        """Everything a person is a member of, the newest first, with the enterprises: one query."""
        return self.filter(person_id=person.pk).select_related("enterprise__country").order_by("-pk")

    def owners(self) -> "MembershipQuerySet":
        return self.filter(role=Role.OWNER)

    def acting(self) -> "MembershipQuerySet":
        """Those who write down facts and submit: owners and representatives."""
        return self.filter(role__in=roles_with(Right.EDIT))

    def in_order(self) -> "MembershipQuerySet":
        """Owners first, then representatives, then viewers; with the people."""
        ranked = [models.When(role=role, then=rank) for rank, role in enumerate(Role.values)]
        return self.select_related("person").order_by(models.Case(*ranked, default=len(ranked)), "pk")


@tracked(part_of="enterprise")
class Membership(models.Model):
    """One person in one enterprise, in one role."""

    enterprise = models.ForeignKey(Enterprise, models.CASCADE, related_name="memberships", verbose_name=_("enterprise"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=16, choices=Role)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "person"],
                name="enterprises_membership_once",
                violation_error_message=_("This person is a member already."),
            ),
            models.CheckConstraint(
                name="enterprises_membership_role_is_known",
                condition=models.Q(role__in=Role.values),
                violation_error_message=_("A member is an owner, a representative or a viewer."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"

    @property
    def is_owner(self) -> bool:
        return self.role == Role.OWNER

    @property
    def may_edit(self) -> bool:
        return self.may(Right.EDIT)

    @property
    def may_invite(self) -> bool:
        return self.may(Right.INVITE)

    @property
    def may_manage(self) -> bool:
        return self.may(Right.MANAGE)

    def may(self, right: Right) -> bool:
        return right in RIGHTS[self.role]
