"""The clocks app: which clocks a kind of matter has is told by the apps above, beside their proceedings."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from enterprises import parting
from legal.rules import watching


class ClocksConfig(AppConfig):
    name = "legal.clocks"
    label = "clocks"
    verbose_name = _("Deadlines of matters")

    def ready(self) -> None:
        # Models are there by now, not before.
        from legal.clocks.actions.feeding import end_at_parting  # noqa: PLC0415
        from legal.clocks.actions.sweeping import note_changed  # noqa: PLC0415

        watching.watch(note_changed)
        parting.watch(end_at_parting)
