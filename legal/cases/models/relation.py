"""How a case stands to an earlier one."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from legal.cases.kinds import RelationKind
from legal.cases.models.case import Case
from portal.history import tracked


@tracked(part_of="case")
class CaseRelation(models.Model):
    """That a case follows another or departs from it; one that is not held keeps its name until it comes.

    `name` is the record of the other case with its jurisdiction before it, such as `sg-bna-v-bnb-2019`, or what it is
    called in print.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="relations", verbose_name=_("case"))
    other = models.ForeignKey(
        Case, models.SET_NULL, null=True, blank=True, related_name="related_by", verbose_name=_("other case")
    )
    kind = models.CharField(_("relation"), max_length=16, choices=RelationKind)
    name = models.CharField(_("name of the other case"), max_length=300)

    class Meta:
        verbose_name = _("relation of cases")
        verbose_name_plural = _("relations of cases")
        ordering = ["case", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind", "name"],
                name="cases_relation_once",
                violation_error_message=_("This relation of the case is told already."),
            ),
            models.CheckConstraint(
                name="cases_relation_is_to_another_case",
                condition=Q(other=None) | ~Q(other=F("case")),
                violation_error_message=_("A case stands in no relation to itself."),
            ),
            models.CheckConstraint(
                name="cases_relation_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("The other case has a name."),
            ),
        ]
        # Which relations wait for a case of this name? Few do.
        indexes = [models.Index(fields=["name"], condition=Q(other=None), name="cases_relation_waiting")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.name}"
