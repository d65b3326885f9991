"""What is left behind: by messages that were lost, by workers that were killed, by time."""

import datetime

from django.db import transaction

from legal.intake import unpacking
from legal.intake.actions.sending import send
from legal.intake.models import Intake
from legal.intake.states import AT_WORK
from portal.files import actions as files
from portal.files.models import File
from portal.files.states import State as FileState


def send_again(*, at: datetime.datetime) -> int:
    """Tell the worker of archives the scanner has let pass, or not, and of runs nobody is at; how many."""
    waiting = [one for one in Intake.objects.unsent(at=at) if not _is_undecided(one)]
    with transaction.atomic():
        left = [*waiting, *Intake.objects.forsaken(at=at)]
        for intake in left:
            send(intake)
    return len(left)


def remove_old(*, at: datetime.datetime) -> int:
    """Remove imports that have been kept long enough, with their archives, and what killed workers left; how many."""
    removed = 0
    for intake in Intake.objects.stale(at=at):
        with transaction.atomic():
            for file in File.objects.belonging_to(intake):
                files.drop(file)
            removed += Intake.objects.filter(pk=intake.pk).exclude(state__in=AT_WORK).delete()[0] > 0
    unpacking.clear(at=at)
    return removed


def _is_undecided(intake: Intake) -> bool:
    file = intake.file
    return file is not None and file.state in {FileState.RECEIVING, FileState.QUARANTINED}
