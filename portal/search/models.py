"""Which rows the index has still to take up, and how far it has come."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Change(models.Model):
    """A row of a source that the index must read again; written in the transaction that changed the row."""

    source = models.CharField(_("source"), max_length=40)
    key = models.BigIntegerField(_("key"))
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("change to be indexed")
        verbose_name_plural = _("changes to be indexed")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.source}:{self.key}"


class Progress(models.Model):
    """The generation of the index this database knows, and how many batches of changes it has given to it.

    An index that knows fewer batches, or another generation, has been lost or put back from a copy.
    """

    generation = models.CharField(_("generation"), max_length=32, blank=True)
    applied = models.BigIntegerField(_("batches applied"), default=0)
    terms = models.BigIntegerField(_("changes of the terms"), default=0)

    class Meta:
        verbose_name = _("progress of the index")
        verbose_name_plural = _("progress of the index")
        # One row tells it for the whole database.
        constraints = [models.CheckConstraint(name="search_progress_is_one_row", condition=models.Q(pk=1))]

    def __str__(self) -> str:
        return f"{self.generation} {self.applied}"
