"""Staff rooms as a channel: a title and a link, in the room's language."""

from functools import partial
from types import TracebackType
from typing import Self

from django.conf import settings
from django.utils import translation

from portal.notices.mailing import absolute
from portal.notices.models import Delivery
from portal.notices.rendering import words
from portal.notices.rooms import tell
from portal.notices.written import Written


class Messenger:
    """Each room has a server of its own: there is nothing to open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        pass

    def write(self, delivery: Delivery) -> Written:
        """KeyError where the room is no longer in the settings."""
        notice = delivery.notice
        with translation.override(notice.language):
            said = words(notice, notice.language)
            text = f"{said.title}\n{absolute(said.address)}"
        return Written(notice.language, text, partial(tell, settings.STAFF_ROOMS[notice.room], text))
