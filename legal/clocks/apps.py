"""The clocks app: which clocks a kind of matter has is told by the apps above, beside their proceedings."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ClocksConfig(AppConfig):
    name = "legal.clocks"
    label = "clocks"
    verbose_name = _("Deadlines of matters")

    def ready(self) -> None:
        from legal.clocks.actions.emptying import empty  # noqa: PLC0415  # models are there by now, not before
        from legal.matters import emptying  # noqa: PLC0415

        emptying.also(empty)
