"""What a side is shown of a matter: never a draft of another, nor what is kept from it."""

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from legal.matters.freezing import as_submitted
from legal.matters.models import Audience, Message, Produced, Submission
from legal.serving.consent import recipient_of
from legal.serving.courses import course_of
from legal.serving.models import Answer, Item, Paper, Participant, Service


def messages(seat: Participant) -> QuerySet[Message]:
    """The messages their side is shown; where what leaves China is not agreed to any longer, no new ones of others."""
    found = seat.matter.messages.shown_to(seat.side).select_related("author")
    return found.filter(Q(author_id=seat.user_id) | reached(seat, "sent_at"))


def produced(seat: Participant) -> QuerySet[Produced]:
    """The applicant's exhibits: for its representative those of its side, for others those that were served on them."""
    found = seat.matter.produced.shown_to(seat.side).with_exhibits()
    if seat.is_of_the_applicant:
        return found.filter(reached(seat, "produced_at"))
    served = Item.objects.filter(service__party=seat.party, submission__isnull=False).values("submission")
    return found.filter(submission__in=served, audience=Audience.EVERYONE)


def submissions(seat: Participant) -> QuerySet[Submission]:
    """What the applicant has submitted, for its representative alone; on others it is served."""
    found = seat.matter.submissions.defer("content", "manifest")
    return found.filter(reached(seat, "at")) if seat.is_of_the_applicant else found.none()


def answers(seat: Participant) -> QuerySet[Answer]:
    """What the sides have answered; their own at any rate."""
    found = seat.matter.answers.select_related("party", "receipt__file").defer("manifest")
    return found.filter(Q(party=seat.party_id) | reached(seat, "at"))


def papers(seat: Participant) -> QuerySet[Paper]:
    """The papers they may read: of their party, and what others have filed or was served."""
    mine = Paper.objects.visible_to(seat.user).filter(matter=seat.matter)
    return mine.select_related("file", "party", "answer").order_by("party__position", "number")


def things(service: Service, seat: Participant) -> Iterator[dict[str, Any]]:
    """What was served, one thing after the other, each with what the party is shown of it."""
    items = service.items.select_related("submission", "message__author", "paper__file", "answer__party")
    for item in items:
        told = submitted(item.submission, seat) if item.submission else {}
        yield {"item": item, **told}


def submitted(submission: Submission, seat: Participant) -> dict[str, Any]:
    """What a side is shown of a submission: what it is about, who is concerned, and the exhibits that are for all.

    The frozen text itself names every exhibit, those for the institution or the tribunal alone too: it stays closed.
    """
    content = json.loads(submission.content)
    course = course_of(submission.matter.kind)
    exhibits = seat.matter.produced.filter(submission=submission, audience=Audience.EVERYONE).with_exhibits()
    return {
        "title": content.get("title", ""),
        "parties": content.get("parties", []),
        "told": list(course.told(content.get("proceeding", {}))),
        "exhibits": as_submitted(exhibits),
    }


def reached(seat: Participant, came: str) -> Q:
    """What came, by this field, while it might leave China to them; everything where it does not."""
    recipient = recipient_of(seat)
    if recipient is None or recipient.is_agreed:
        return ~Q(pk__in=[])
    closed_at = recipient.closed_at
    return Q(**{f"{came}__lte": closed_at}) if closed_at else Q(pk__in=[])
