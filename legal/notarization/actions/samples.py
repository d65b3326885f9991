"""The sample notarization of a demonstration, plainly marked."""

import datetime
import io
from typing import Final

from django.db import transaction
from django.utils import timezone
from PIL import Image, ImageDraw

from enterprises.models import Enterprise
from enterprises.sample_texts import OWNER
from enterprises.states import State
from legal.exhibits.actions.facts import Facts
from legal.exhibits.models import Exhibit, Form, Kind
from legal.exhibits.papers import EXHIBIT
from legal.matters.actions.declaring import declare
from legal.matters.actions.drafting import begin
from legal.matters.actions.moving import move
from legal.matters.actions.producing import produce
from legal.matters.actions.submitting import submit
from legal.matters.models import Actor, Matter
from legal.notarization.actions.deciding import issue
from legal.notarization.actions.saying import say
from legal.notarization.kinds import SLUG, Act, Collection, Place
from legal.notarization.routing import made_in
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.reference.models import Jurisdiction
from portal.workflow import actions as desk

# The role of the sample officer.
OFFICER: Final = "notary-officer"
TITLE: Final = "棉纱买卖合同公证，用于哈萨克斯坦（示例）"
# In the words of the enterprise's people, who write Chinese.
SAID: Final = {
    "act": Act.CONTRACT,
    "purpose": "在阿拉木图登记分支机构（示例）",
    "apostille": True,
    "languages": ["ru"],
    "copies": 2,
    "place": Place.DOMICILE,
    "office": "喀什",
    "collection": Collection.COUNTER,
    "receiver": "示例领取人",
}


@transaction.atomic
def make_sample_notarization() -> Matter | None:
    """A notarization of the sample enterprise for use in Kazakhstan, with its certificate; None where there is one."""
    owner = User.objects.get(email=OWNER)
    enterprise = Enterprise.objects.visible_to(owner).get(state=State.VERIFIED)
    if enterprise.matters.filter(kind=SLUG).exists():
        return None
    matter = begin(SLUG, enterprise=enterprise, title=TITLE, language="zh-hans", by=owner)
    exhibits = list(Exhibit.objects.of(enterprise).listed().order_by("number")[:1])
    produced = produce(matter, exhibits, audience="everyone", by=owner)
    matter.refresh_from_db()
    facts = SAID | {"country": Jurisdiction.objects.get(code="kz")}
    say(matter, facts=facts, documents=[one.pk for one in produced], version=matter.version, by=owner)
    submit(matter, by=owner)
    matter.refresh_from_db()
    _certify(matter, by=User.objects.filter(groups__name=OFFICER).earliest("pk"))
    return matter


def _certify(matter: Matter, *, by: User) -> None:
    """What the sample officer does, up to the certificate."""
    declare(matter, conflict=False, by=by)
    desk.take(matter, by=by)
    for name in ("check", "accept", "review", "approve"):
        move(matter, name, by=by, actor=Actor.OFFICER)
    day = timezone.localdate()
    facts = Facts(
        name=f"公证书（示例，{matter.number}）",
        worded_in="zh-hans",
        kind=Kind.OFFICIAL,
        form=Form.ORIGINAL,
        language="zh",
        second_language="ru",
        source=matter.number,
        dated=day,
        made_in=made_in(),
    )
    issue(matter, number="示例-1", issued_on=day, paper=_picture(by=by), facts=facts, by=by)


def _picture(*, by: User) -> File:
    picture = Image.new("RGB", (480, 240), "white")
    ImageDraw.Draw(picture).text((40, 100), "SAMPLE: notarial certificate", fill="black")
    content = io.BytesIO()
    picture.save(content, "PNG")
    content.seek(0)
    until = timezone.now() + datetime.timedelta(days=1)
    return files.receive(
        content, name="sample-certificate.png", owner=by, purpose=EXHIBIT.slug, by=by, expires_at=until
    )
