"""The rooms of staff that are told by a bot: WeCom, DingTalk and Feishu, and no other host."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ImproperlyConfigured

from portal.languages import CODES, DEFAULT

# What may stand in an address, and the one host that each leads to.
SERVICES: Final = {"wecombot": "qyapi.weixin.qq.com", "dingtalk": "oapi.dingtalk.com", "feishu": "open.feishu.cn"}


@dataclass(frozen=True, slots=True)
class Room:
    """A room and the address of its bot, which is a secret: whoever has it can write there."""

    name: str
    language: str
    url: str = field(repr=False)


def parse(rooms: Sequence[str]) -> dict[str, Room]:
    """Rooms by name, each from `name=service://secret` or `name=service://secret?language=en`.

    `ImproperlyConfigured` where one is written otherwise, without repeating what may be a secret.
    """
    return {room.name: room for room in map(_room, rooms)}


def _room(text: str) -> Room:
    name, _, address = text.partition("=")
    parts = urlsplit(address)
    language = parse_qs(parts.query).get("language", [DEFAULT.code])[0]
    if not name.isidentifier() or parts.scheme not in SERVICES or not parts.hostname or language not in CODES:
        services = ", ".join(f"{service}://" for service in SERVICES)
        raise ImproperlyConfigured(
            f"STAFF_ROOMS wants name=address with an address of {services} and, if any, ?language={'|'.join(CODES)}."
        )
    return Room(name, language, parts._replace(query="").geturl())
