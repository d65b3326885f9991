"""What belongs to a profile: admissions, languages, office hours, education and publications."""

from typing import ClassVar, Final

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from legal.lawyers.kinds import Level, Task, Weekday
from legal.lawyers.models.lawyer import Lawyer
from portal.history import tracked
from portal.reference.models import Jurisdiction

LEVELS: Final = ["", *Level.values]
CODE: Final = r"^[a-z]{2,3}$"


@tracked(part_of="lawyer")
class Admission(models.Model):
    """That a lawyer may practise the law of a jurisdiction: what the filter by jurisdiction means."""

    lawyer = models.ForeignKey(Lawyer, models.CASCADE, related_name="admissions", verbose_name=_("lawyer"))
    jurisdiction = models.ForeignKey(
        Jurisdiction, models.PROTECT, related_name="admissions", verbose_name=_("jurisdiction")
    )
    number = models.CharField(_("number of the admission"), max_length=80, blank=True)
    since = models.DateField(_("admitted since"), null=True, blank=True)

    class Meta:
        verbose_name = _("admission of a lawyer")
        verbose_name_plural = _("admissions of lawyers")
        ordering = ["lawyer", "jurisdiction__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "lawyer"],
                name="lawyers_admission_once",
                violation_error_message=_("This lawyer is admitted in this jurisdiction already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.jurisdiction} {self.number}".strip()


class SkillQuerySet(models.QuerySet["Skill"]):
    def fit_for(self, task: str) -> "SkillQuerySet":
        """Languages in which a task is done at all, by the name of the task."""
        return self.exclude(**{Task(task).value: ""})


@tracked(part_of="lawyer")
class Skill(models.Model):
    """A language a lawyer works in, with the level for each task; a task that is not done in it has none."""

    lawyer = models.ForeignKey(Lawyer, models.CASCADE, related_name="skills", verbose_name=_("lawyer"))
    language = models.CharField(_("language"), max_length=3)
    consult = models.CharField(_("level in advising"), max_length=2, choices=Level, blank=True)
    draft = models.CharField(_("level in drafting"), max_length=2, choices=Level, blank=True)
    plead = models.CharField(_("level in pleading"), max_length=2, choices=Level, blank=True)

    objects = SkillQuerySet.as_manager()

    class Meta:
        verbose_name = _("working language")
        verbose_name_plural = _("working languages")
        ordering = ["lawyer", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "lawyer"],
                name="lawyers_skill_once",
                violation_error_message=_("This language is named already."),
            ),
            models.CheckConstraint(
                name="lawyers_skill_language_is_a_code",
                condition=Q(language__regex=CODE),
                violation_error_message=_("A language is told by its code in small letters, as kk."),
            ),
            models.CheckConstraint(
                name="lawyers_skill_levels_are_known",
                condition=Q(consult__in=LEVELS, draft__in=LEVELS, plead__in=LEVELS),
                violation_error_message=_("A level is one of A1, A2, B1, B2, C1 and C2."),
            ),
            models.CheckConstraint(
                name="lawyers_skill_is_for_a_task",
                condition=~Q(consult="", draft="", plead=""),
                violation_error_message=_("A working language has a level for one task at least."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.consult}/{self.draft}/{self.plead}"

    def level(self, task: str) -> str:
        """The level for a task, by its name; empty where the task is not done in this language."""
        level: str = getattr(self, Task(task).value)
        return level


@tracked(part_of="lawyer")
class OfficeHours(models.Model):
    """Hours of a weekday, counted from Monday as 1, at which a lawyer can be met, in the lawyer’s own time zone."""

    lawyer = models.ForeignKey(Lawyer, models.CASCADE, related_name="office_hours", verbose_name=_("lawyer"))
    weekday = models.PositiveSmallIntegerField(_("day of the week"), choices=Weekday)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    class Meta:
        verbose_name = _("office hours")
        verbose_name_plural = _("office hours")
        ordering = ["lawyer", "weekday", "opens"]
        constraints = [
            models.UniqueConstraint(
                fields=["lawyer", "weekday", "opens"],
                name="lawyers_office_hours_once",
                violation_error_message=_("Office hours that begin then are named already."),
            ),
            models.CheckConstraint(
                name="lawyers_office_hours_open_before_they_close",
                condition=Q(opens__lt=F("closes")),
                violation_error_message=_("Office hours begin before they end."),
            ),
            models.CheckConstraint(
                name="lawyers_office_hours_weekday_is_known",
                condition=Q(weekday__in=Weekday.values),
                violation_error_message=_("Days of the week are counted from 1, Monday, to 7, Sunday."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class InItsWords(models.Model):
    """Something that is told in the words it has, of the language `language`: they are not translated."""

    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    language = models.CharField(_("language of these words"), max_length=12)

    class Meta:
        abstract = True
        ordering: ClassVar = ["lawyer", F("year").desc(nulls_last=True), "pk"]


@tracked(part_of="lawyer")
class Education(InItsWords):
    """A degree, in the words of its diploma."""

    lawyer = models.ForeignKey(Lawyer, models.CASCADE, related_name="education", verbose_name=_("lawyer"))
    institution = models.CharField(_("institution"), max_length=200)
    degree = models.CharField(_("degree"), max_length=200, blank=True)

    class Meta(InItsWords.Meta):
        verbose_name = _("education")
        verbose_name_plural = _("education")

    def __str__(self) -> str:
        return self.institution


@tracked(part_of="lawyer")
class Publication(InItsWords):
    """Something a lawyer has published, in the words of its title page."""

    lawyer = models.ForeignKey(Lawyer, models.CASCADE, related_name="publications", verbose_name=_("lawyer"))
    title = models.CharField(_("title"), max_length=300)
    published_in = models.CharField(_("published in"), max_length=200, blank=True)
    link = models.URLField(_("link"), blank=True)

    class Meta(InItsWords.Meta):
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def __str__(self) -> str:
        return self.title
