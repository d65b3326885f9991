"""Every task that beat sends is there, and takes what it is sent."""

import inspect

import pytest

from portal.beat import SCHEDULE
from portal.celery import app


@pytest.mark.parametrize("name", SCHEDULE)
def test_task_of_the_schedule_is_there_and_takes_its_arguments(name: str) -> None:
    entry = SCHEDULE[name]
    app.loader.import_default_modules()

    task = app.tasks[entry["task"]]

    inspect.signature(task.run).bind(*entry.get("args", ()))
