"""The bots of staff rooms, through apprise: to its three hosts and no other, no redirect followed, the answer read."""

import json
from typing import Any, Final
from urllib.parse import urlsplit

import requests
from apprise.common import NotifyType
from apprise.plugins.base import NotifyBase
from apprise.plugins.dingtalk import NotifyDingTalk
from apprise.plugins.feishu import NotifyFeishu
from apprise.plugins.wecombot import NotifyWeComBot

from portal.notices.errors import NotTakenError
from portal.notices.staff_rooms import Room

# Seconds to connect, and to wait for each part of the answer.
PATIENCE: Final = (4.0, 8.0)
JSON: Final = {"Content-Type": "application/json; charset=utf-8"}


class WeCom(NotifyWeComBot):  # type: ignore[no-untyped-call]  # apprise hints some of its methods
    """As apprise has it, but a refusal that comes with status 200 is one."""

    def send(self, body: str, title: str = "", notify_type: NotifyType = NotifyType.INFO, **kwargs: Any) -> bool:
        return taken(self.api_url, body)


class DingTalk(NotifyDingTalk):  # type: ignore[no-untyped-call]  # likewise
    """Likewise; signed where the address has a secret."""

    def send(
        self, body: str, title: str = "", notify_type: NotifyType = NotifyType.INFO, *_: Any, **kwargs: Any
    ) -> bool:
        address = self.notify_url.format(token=self.token)
        if self.secret:
            timestamp, signature = self.get_signature()  # type: ignore[no-untyped-call]  # likewise
            # The signature is quoted already; as a parameter, requests would quote it again.
            address = f"{address}&timestamp={timestamp}&sign={signature}"
        return taken(address, body)


SERVICES: Final[dict[str, type[NotifyBase]]] = {"wecombot": WeCom, "dingtalk": DingTalk, "feishu": NotifyFeishu}


def tell(room: Room, text: str) -> None:
    """Write a text into a room; `NotTakenError` where its bot did not take it."""
    service = SERVICES[urlsplit(room.url).scheme]
    asked = service.parse_url(f"{room.url}?redirect=no&cto={PATIENCE[0]}&rto={PATIENCE[1]}") or {}
    if not service(**asked).notify(body=text):
        raise NotTakenError(service.__name__)


def taken(address: str, text: str) -> bool:
    """Whether a bot took a text: WeCom and DingTalk answer 200 to what they refuse, and say so in `errcode`."""
    message = {"msgtype": "text", "text": {"content": text}}
    try:
        answer = requests.post(
            address, data=json.dumps(message).encode(), headers=JSON, timeout=PATIENCE, allow_redirects=False
        )
        return bool(answer.status_code == requests.codes.ok and answer.json()["errcode"] == 0)
    except (requests.RequestException, ValueError, KeyError):
        return False
