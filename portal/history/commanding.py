"""What a command changes is recorded with its name."""

from typing import Any

import pghistory
from django.core.management.base import BaseCommand


class RecordedCommand(BaseCommand):
    """A command that changes what is tracked."""

    def execute(self, *args: Any, **options: Any) -> Any:
        with pghistory.context(command=type(self).__module__.rpartition(".")[2]):
            return super().execute(*args, **options)
