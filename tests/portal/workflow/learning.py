"""A table of moves over a field that a user has: languages stand for states."""

from django.db.models import TextChoices

from portal.workflow.machine import Machine, Transition


class Spoken(TextChoices):
    CHINESE = "zh-hans", "Chinese"
    ENGLISH = "en", "English"
    RUSSIAN = "ru", "Russian"


LEARNING = Machine(
    "tests.learning",
    Spoken,
    "zh-hans",
    (
        Transition("learn-english", ("zh-hans",), "en", label="Learn English", done="English learnt"),
        Transition("learn-russian", ("en",), "ru", label="Learn Russian", done="Russian learnt", reasoned=True),
    ),
    column="language",
)
