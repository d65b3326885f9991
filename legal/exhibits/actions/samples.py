"""Sample exhibits of a demonstration, plainly marked: a contract, a letter with its translation, a photograph."""

import datetime
import io
from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from PIL import Image, ImageDraw

from enterprises.models import Enterprise
from enterprises.sample_texts import OWNER
from enterprises.states import State
from legal.exhibits.actions.adding import add
from legal.exhibits.actions.facts import Facts
from legal.exhibits.models import Exhibit
from legal.exhibits.papers import EXHIBIT
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.reference.models import Jurisdiction

# In the words of the enterprise's people, who write Chinese and Russian; `made_in` is the code of a country.
SAMPLES: Final[tuple[Mapping[str, Any], ...]] = (
    {
        "name": "2026年3月3日棉纱买卖合同（示例）",
        "purpose": "双方约定的数量、价格和付款期限",
        "worded_in": "zh-hans",
        "kind": "contract",
        "form": "original",
        "language": "zh",
        "second_language": "ru",
        "dated": datetime.date(2026, 3, 3),
        "pages": 6,
        "made_in": "cn",
    },
    {
        "name": "Письмо покупателя от 20 июня 2026 г. (образец)",
        "purpose": "Покупатель признает долг",
        "worded_in": "ru",
        "kind": "correspondence",
        "form": "copy",
        "language": "ru",
        "source": "По электронной почте от покупателя",
        "dated": datetime.date(2026, 6, 20),
        "pages": 1,
        "made_in": "kz",
    },
    {
        "name": "买方2026年6月20日函件译文（示例）",
        "purpose": "买方承认欠款",
        "worded_in": "zh-hans",
        "kind": "correspondence",
        "form": "original",
        "language": "zh",
        "pages": 1,
        "made_in": "cn",
        "translator": "示例翻译社",
    },
    {
        "name": "Выписка из реестра юридических лиц (образец)",
        "worded_in": "ru",
        "kind": "official",
        "form": "original",
        "language": "kk",
        "second_language": "ru",
        "pages": 2,
        "made_in": "kz",
        "legalization": "needed",
    },
    {
        "name": "受潮棉包照片（示例）",
        "purpose": "货物到达时的状况",
        "worded_in": "zh-hans",
        "kind": "picture",
        "form": "electronic",
        "language": "zxx",
    },
)
# Which of them, counted from 0, translates which.
TRANSLATES: Final = {2: 1}


@transaction.atomic
def make_sample_exhibits() -> list[Exhibit]:
    """The sample exhibits of the sample enterprise that is verified; none where they are there."""
    owner = User.objects.get(email=OWNER)
    enterprise = Enterprise.objects.visible_to(owner).get(state=State.VERIFIED)
    if Exhibit.objects.of(enterprise).exists():
        return []
    made: list[Exhibit] = []
    for place, given in enumerate(SAMPLES):
        original = made[TRANSLATES[place]] if place in TRANSLATES else None
        country = Jurisdiction.objects.filter(code=given.get("made_in", "")).first()
        facts = Facts(**{**given, "made_in": country, "translation_of": original})
        made.append(add(enterprise, _picture(place + 1, by=owner), facts=facts, by=owner))
    return made


def _picture(number: int, *, by: User) -> File:
    picture = Image.new("RGB", (480, 240), "white")
    ImageDraw.Draw(picture).text((40, 100), f"SAMPLE: exhibit No. {number}", fill="black")
    content = io.BytesIO()
    picture.save(content, "PNG")
    content.seek(0)
    until = timezone.now() + datetime.timedelta(days=1)
    name = f"sample-exhibit-{number}.png"
    return files.receive(content, name=name, owner=by, purpose=EXHIBIT.slug, by=by, expires_at=until)
