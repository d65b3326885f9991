"""The sample appraisal of a demonstration, plainly marked."""

from typing import Final

from django.db import transaction

from enterprises.models import Enterprise
from enterprises.sample_texts import OWNER
from enterprises.states import State
from legal.appraisal.actions.saying import list_material, say
from legal.appraisal.kinds import SLUG, Branch, Delivery, Disposal, Entruster, MaterialKind
from legal.exhibits.models import Exhibit
from legal.matters.actions.drafting import begin
from legal.matters.actions.producing import produce
from legal.matters.actions.submitting import submit
from legal.matters.models import Matter
from portal.accounts.models import User

TITLE: Final = "棉纱买卖合同印章鉴定（示例）"
# In the words of the enterprise's people, who write Chinese.
SAID: Final = {
    "branch": Branch.PHYSICAL,
    "entruster": Entruster.ENTERPRISE,
    "institution": "示例司法鉴定中心",
    "subject": "合同末页印章的真伪（示例）",
    "purpose": "仲裁证据",
    "questions": "合同末页印章与样本印章是否为同一枚印章盖印？",
    "facts": "买方否认合同末页印章为其所盖（示例）。",
    "disposal": Disposal.RETURN,
    "fees": "委托人承担",
    "delivery": Delivery.COUNTER,
}


@transaction.atomic
def make_sample_appraisal() -> Matter | None:
    """An appraisal of the sample enterprise, of its contract and certificate, submitted; None where there is one."""
    owner = User.objects.get(email=OWNER)
    enterprise = Enterprise.objects.visible_to(owner).get(state=State.VERIFIED)
    if enterprise.matters.filter(kind=SLUG).exists():
        return None
    matter = begin(SLUG, enterprise=enterprise, title=TITLE, language="zh-hans", by=owner)
    # The last one is the certificate of the sample notarization, where there is one: it is not sent again.
    listed = Exhibit.objects.of(enterprise).listed()
    exhibits = [listed.earliest("number"), listed.latest("number")]
    for one in produce(matter, exhibits, audience="everyone", by=owner):
        facts = {"name": one.exhibit.name, "kind": MaterialKind.QUESTIONED, "quantity": 1, "produced": one}
        list_material(matter, facts=facts, by=owner)
    sample = {"name": "印章样本（示例）", "kind": MaterialKind.SAMPLE, "quantity": 3}
    list_material(matter, facts=sample, by=owner)
    matter.refresh_from_db()
    say(matter, facts=SAID, version=matter.version, by=owner)
    submit(matter, by=owner)
    matter.refresh_from_db()
    return matter
