"""What a task changes is recorded with its name."""

from typing import Any

import pghistory
from celery import Task


class RecordedTask(Task[..., Any]):
    """The class of every task: the Celery application names it."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        with pghistory.context(task=self.name):
            return super().__call__(*args, **kwargs)
