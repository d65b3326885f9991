"""Notices and deliveries by whom they went to, however many there are: each way over an index of its own."""

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from portal.notices.models import Delivery, Notice


def addressed_to(notices: QuerySet[Notice], text: str) -> QuerySet[Notice]:
    """Those of the user, or of somebody without an account, who has this e-mail address; asks the database at once."""
    address = text.replace("\0", "").strip()
    users = list(get_user_model()._default_manager.with_address(address).values_list("pk", flat=True))
    found = Notice.objects.filter(user__in=users).order_by()
    outside = Notice.objects.to_address(address).exclude(email="").order_by()
    return notices.filter(pk__in=found.values("pk").union(outside.values("pk")))


def sent_to(deliveries: QuerySet[Delivery], text: str) -> QuerySet[Delivery]:
    """Those of the notices to this e-mail address, or the mail that has this Message-ID."""
    told = addressed_to(Notice.objects.all(), text).values("pk")
    mail = Delivery.objects.filter(message_id=text.replace("\0", "").strip()).exclude(message_id="").order_by()
    found = Delivery.objects.filter(notice__in=told).order_by()
    return deliveries.filter(pk__in=found.values("pk").union(mail.values("pk")))
