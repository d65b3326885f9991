"""Staff rooms: told by their bots at the three hosts, in the room's language; whatever else is no room."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.notices.actions import notify
from portal.notices.kinds import Kind
from portal.notices.models import Delivery
from portal.notices.relay import relay
from portal.notices.staff_rooms import Room, parse
from portal.notices.states import State
from tests.portal.notices.bots import Bots, serving

pytestmark = pytest.mark.django_db

TEXT = "A trial of the notices\nhttp://testserver/en/inbox/"
SENT = {
    "wecombot://Key-1": (
        "qyapi.weixin.qq.com",
        r"/cgi-bin/webhook/send\?key=Key-1",
        {"msgtype": "text", "text": {"content": TEXT}},
    ),
    "dingtalk://Token1": (
        "oapi.dingtalk.com",
        r"/robot/send\?access_token=Token1",
        {"msgtype": "text", "text": {"content": TEXT}},
    ),
    "dingtalk://SECa1@Token1": (
        "oapi.dingtalk.com",
        r"/robot/send\?access_token=Token1&timestamp=\d{13}&sign=[\w%]+%3D",
        {"msgtype": "text", "text": {"content": TEXT}},
    ),
    "feishu://Hook-1": (
        "open.feishu.cn",
        r"/open-apis/bot/v2/hook/Hook-1/",
        {"msg_type": "text", "content": {"text": TEXT}},
    ),
}
ADDRESSES = pytest.mark.parametrize("address", SENT)


@pytest.fixture
def bots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bots]:
    """The three hosts, reached by their own names through a proxy of this machine."""
    with serving(tmp_path) as (bots, port, certificate):
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
        yield bots


def told(settings, kind: Kind, address: str) -> Delivery:
    settings.STAFF_ROOMS = parse([f"registry={address}?language=en"])
    notify(kind, to=[])
    relay("room")
    return Delivery.objects.get()


@ADDRESSES
def test_room_is_told_title_and_link(bots: Bots, settings, roomy: Kind, address: str) -> None:
    delivery = told(settings, roomy, address)

    host, path, message = SENT[address]
    ((called, asked, said),) = bots.sent
    assert (called, said) == (host, message)
    assert re.fullmatch(path, asked)
    assert (delivery.state, delivery.language, len(delivery.content_hash)) == (State.SENT, "en", 64)


@ADDRESSES
def test_refusal_that_comes_with_status_200_is_one(bots: Bots, settings, roomy: Kind, address: str) -> None:
    bots.answer = {"errcode": 45009, "code": 9499}

    delivery = told(settings, roomy, address)

    assert (delivery.state, delivery.attempts) == (State.RETRY, 1)


@ADDRESSES
@pytest.mark.parametrize("answer", [{}, {"errcode": None}])
def test_answer_without_its_code_is_a_refusal_where_it_must_have_one(
    bots: Bots, settings, roomy: Kind, address: str, answer: dict[str, object]
) -> None:
    bots.answer = answer

    delivery = told(settings, roomy, address)

    assert delivery.state == (State.SENT if address.startswith("feishu") else State.RETRY)


@ADDRESSES
def test_bot_that_fails_is_tried_again(bots: Bots, settings, roomy: Kind, address: str) -> None:
    bots.status = 502

    assert told(settings, roomy, address).state == State.RETRY


@ADDRESSES
def test_no_redirect_is_followed(bots: Bots, settings, roomy: Kind, address: str) -> None:
    bots.status, bots.location = 307, "https://open.feishu.cn/elsewhere"

    delivery = told(settings, roomy, address)

    assert (delivery.state, len(bots.sent)) == (State.RETRY, 1)


@ADDRESSES
def test_bot_that_is_not_there_is_tried_again_and_its_secret_told_nobody(
    settings, roomy: Kind, address: str, unused_port: int, monkeypatch: pytest.MonkeyPatch, caplog
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{unused_port}")

    delivery = told(settings, roomy, address)

    assert delivery.state == State.RETRY
    assert not re.search(r"Key-1|Token1|SECa1|Hook-1", delivery.last_error + caplog.text)


def test_room_that_is_no_longer_set_up_is_given_up(settings, roomy: Kind) -> None:
    settings.STAFF_ROOMS = parse(["registry=feishu://Hook-1"])
    notify(roomy, to=[])
    settings.STAFF_ROOMS = {}

    relay("room")

    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.last_error) == (State.DEAD, "KeyError")


def test_rooms_are_read_by_name_with_their_languages() -> None:
    rooms = parse(["registry=wecombot://Key-1", "duty=feishu://Hook-1?language=ru"])

    assert rooms == {
        "registry": Room("registry", "zh-hans", "wecombot://Key-1"),
        "duty": Room("duty", "ru", "feishu://Hook-1"),
    }
    assert "Key-1" not in repr(rooms)


@pytest.mark.parametrize(
    "written",
    [
        "registry",
        "registry=",
        "registry=json://169.254.169.254/latest",
        "registry=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=Key-1",
        "registry=wecombot://",
        "two words=feishu://Hook-1",
        "=feishu://Hook-1",
        "registry=feishu://Hook-1?language=kk",
    ],
)
def test_what_is_no_room_is_refused_without_repeating_it(written: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="STAFF_ROOMS wants name=address") as refused:
        parse([written])

    assert not re.search(r"Key-1|Hook-1|169", str(refused.value))
