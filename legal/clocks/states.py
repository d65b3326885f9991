"""The closed lists of the app: who has to act, how a clock stands, where its day comes from."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Whose(TextChoices):
    """Who must have acted when the clock has run down."""

    STAFF = "staff", pgettext_lazy("who has to act in a matter", "The institution")
    APPLICANT = "applicant", pgettext_lazy("who has to act in a matter", "The applicant")
    RESPONDENT = "respondent", pgettext_lazy("who has to act in a matter", "The respondent")


class State(TextChoices):
    """How a clock stands; it is met or missed by the move that ends it, and lapses where the matter ends before."""

    RUNNING = "running", pgettext_lazy("a deadline", "Running")
    PAUSED = "paused", pgettext_lazy("a deadline", "Standing still")
    MET = "met", pgettext_lazy("a deadline", "Kept")
    MISSED = "missed", pgettext_lazy("a deadline", "Not kept")
    LAPSED = "lapsed", pgettext_lazy("a deadline", "No longer runs")


class Origin(TextChoices):
    """Where the day comes from: from a rule, or from the institution, as staff have entered it."""

    COMPUTED = "computed", pgettext_lazy("where a day comes from", "Computed from a rule")
    NOTIFIED = "notified", pgettext_lazy("where a day comes from", "As notified by the institution")
    EXTENDED = "extended", pgettext_lazy("where a day comes from", "Extended")


class Cause(TextChoices):
    """Why a day is another one than before."""

    PAUSE = "pause", pgettext_lazy("why a day has changed", "The clock stood still")
    CALENDAR = "calendar", pgettext_lazy("why a day has changed", "A calendar was changed")
    NOTIFIED = "notified", pgettext_lazy("why a day has changed", "The institution has notified a day")
    EXTENDED = "extended", pgettext_lazy("why a day has changed", "The time was extended")


OPEN = (State.RUNNING, State.PAUSED)
