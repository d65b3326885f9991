"""The Celery application: one worker and one beat run the portal's tasks."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

# By name: what a task changes is recorded on a floor above this one.
app = Celery("portal", task_cls="portal.history.working:RecordedTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
