"""What beat sends and how often: the heartbeat, and the sweeps for what a lost message or a killed worker left."""

from typing import Any, Final

from celery.schedules import crontab

HOUR: Final = 3600.0
DAY: Final = 24 * HOUR


def every(seconds: float, task: str, *args: str) -> dict[str, Any]:
    """A task of so many seconds' rhythm; one that has waited longer than the next is of no use."""
    return {"task": task, "schedule": seconds, "args": args, "options": {"expires": seconds}}


SCHEDULE: Final = {
    # Never out of date: it tells that a task came through, however late.
    "worker-heartbeat": {"task": "portal.pages.tasks.beat_heart", "schedule": 10.0},
    "search-sweep": every(3.0, "portal.search.tasks.apply"),
    # what a failing disk has done to the index where no reader looks
    "search-check": every(HOUR, "portal.search.tasks.check"),
    # copies of personal data that a worker left unfinished
    "exports-sweep": every(60.0, "portal.privacy.tasks.sweep"),
    # records that were kept long enough
    "retention": every(DAY, "portal.privacy.tasks.apply_retention"),
    "sessions-sweep": every(DAY, "portal.accounts.tasks.clear_sessions"),
    # what is to be tried again, too
    "notices-mail": every(5.0, "portal.notices.tasks.relay", "mail"),
    "notices-room": every(5.0, "portal.notices.tasks.relay", "room"),
    "notices-gather": every(60.0, "portal.notices.tasks.gather"),
    "notices-watch": every(300.0, "portal.notices.tasks.watch"),
    # invitations and requests that nobody answered in time
    "enterprises-sweep": every(HOUR, "enterprises.tasks.expire"),
    # spreadsheets of enterprises that wait for the virus check, or that a worker left unfinished
    "enterprises-sheets": every(10.0, "enterprises.tasks.go_on"),
    # times of consultations that nobody confirmed
    "enquiries-sweep": every(300.0, "legal.enquiries.tasks.expire"),
    # receipts whose message was lost, or whose worker was killed
    "matters-receipts": every(30.0, "legal.matters.tasks.sweep"),
    # deadlines somebody is to be told of, or that rest on a calendar that has changed
    "clocks-sweep": every(60.0, "legal.clocks.tasks.sweep"),
    # calendars that were changed by other ways than the console
    "clocks-recheck": every(DAY, "legal.clocks.tasks.recheck"),
    # what was served and has arrived by mail; certificates and receipts that a worker left unfinished
    "serving-sweep": every(30.0, "legal.serving.tasks.sweep"),
    # the same of fee notices
    "fees-papers": every(30.0, "legal.fees.tasks.sweep"),
    # letters of staff lawyers, likewise
    "advice-letters": every(30.0, "legal.advice.tasks.sweep"),
    "mediation-settlements": every(30.0, "legal.mediation.tasks.sweep"),
    # files whose message was lost or whose scanner was away
    "files-quarantine": every(60.0, "portal.files.tasks.sweep_quarantine"),
    # what nobody has handed in; bytes that belong to nothing
    "files-leftovers": every(HOUR, "portal.files.tasks.sweep_leftovers"),
    # files of law that a worker left unfinished, or that nobody asks for any more
    "downloads-sweep": every(60.0, "legal.downloads.tasks.sweep"),
    # the whole corpus as files, while Kashgar sleeps
    "open-data": {
        "task": "legal.bulk.tasks.make",
        "schedule": crontab(hour="4", minute="20"),
        "options": {"expires": HOUR},
    },
    # archives of law that are clean by now, or that a worker left unfinished
    "intake-sweep": every(10.0, "legal.intake.tasks.sweep"),
    # those kept long enough
    "intake-old": every(HOUR, "legal.intake.tasks.remove_old"),
    # licences that are to be verified again
    "lawyers-rechecks": every(DAY, "legal.lawyers.tasks.remind"),
}
