"""The sample enterprises of a demonstration, and what officers write of them: invented, and marked as samples."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from enterprises.states import State

OWNER: Final = "owner@law-valley.example"
REPRESENTATIVE: Final = "representative@law-valley.example"
VIEWER: Final = "viewer@law-valley.example"

# Officers write in the language of whoever handed the registration in.
REMARKS: Final[dict[str, StrPromise]] = {
    "licence": _("Sample remark: the second page is missing."),
    "address": _("Sample remark: name the street and the number of the house."),
}
REJECTED: Final = _("Sample reason: the register knows no such enterprise.")
SUSPENDED: Final = _("Sample reason: the licence has run out.")
NOTE: Final = _("Sample note: looked up in the public register.")


@dataclass(frozen=True, slots=True)
class Firm:
    """One invented enterprise, the state it is brought to, and the member who hands it in."""

    slug: str
    state: State
    country: str
    industry: str
    register_name: str
    zh: str
    en: str
    ru: str
    legal_form: str
    representative: str
    address: str
    phone: str
    applicant: str = OWNER
    # The example of its register, where no other sample holds it.
    number: str = ""


FIRMS: Final = (
    Firm(
        "tianshan-cotton",
        State.VERIFIED,
        "cn",
        "textile-and-clothing",
        "喀什天山棉业有限公司（示例）",
        "喀什天山棉业有限公司（示例）",
        "Kashgar Tianshan Cotton Co., Ltd. (sample)",
        "ООО «Кашгар Тяньшань Хлопок» (образец)",
        "有限责任公司",
        "示例负责人",
        "新疆喀什市示例路1号",
        "+869980000001",
    ),
    Firm(
        "altyn-zhol",
        State.SUSPENDED,
        "kz",
        "international-logistics",
        "ТОО «Алтын Жол Логистика» (образец)",
        "金路物流有限合伙（示例）",
        "Altyn Zhol Logistics LLP (sample)",
        "ТОО «Алтын Жол Логистика» (образец)",
        "Товарищество с ограниченной ответственностью",
        "Образцов Образец",
        "Алматы, улица Образцовая, 1",
        "+77270000001",
        REPRESENTATIVE,
    ),
    Firm(
        "pamir-fruit",
        State.SUBMITTED,
        "tj",
        "deep-processing-of-agricultural-products",
        "ҶДММ «Помир Мева» (намуна)",
        "帕米尔果业有限公司（示例）",
        "Pamir Fruit LLC (sample)",
        "ООО «Памир Мева» (образец)",
        "Ҷамъияти дорои масъулияти маҳдуд",
        "Намунаев Намуна",
        "Душанбе, кӯчаи Намунавӣ, 1",
        "+992370000001",
    ),
    Firm(
        "northern-assembly",
        State.IN_REVIEW,
        "ru",
        "electronic-product-assembly",
        "ООО «Северная сборка» (образец)",
        "北方组装有限公司（示例）",
        "Northern Assembly LLC (sample)",
        "ООО «Северная сборка» (образец)",
        "Общество с ограниченной ответственностью",
        "Образцов Образец",
        "Новосибирск, улица Образцовая, 1",
        "+73830000001",
    ),
    Firm(
        "tashkent-textile",
        State.RETURNED,
        "uz",
        "textile-and-clothing",
        "“Toshkent To‘qimachilik” MChJ (namuna)",
        "塔什干纺织有限公司（示例）",
        "Tashkent Textile LLC (sample)",
        "ООО «Ташкент Тукимачилик» (образец)",
        "Mas’uliyati cheklangan jamiyat",
        "Namunayev Namuna",
        "Toshkent, Namuna ko‘chasi, 1",
        "+998710000001",
        REPRESENTATIVE,
    ),
    Firm(
        "karakoram-air-cargo",
        State.REJECTED,
        "pk",
        "airport-economy",
        "Karakoram Air Cargo (Private) Limited (sample)",
        "喀喇昆仑航空货运有限公司（示例）",
        "Karakoram Air Cargo (Private) Limited (sample)",
        "Компания «Каракорам Эйр Карго» (образец)",
        "Private limited company",
        "Sample Person",
        "1 Sample Road, Islamabad",
        "+92510000001",
    ),
    Firm(
        "osh-honey",
        State.DRAFT,
        "kg",
        "deep-processing-of-agricultural-products",
        "«Ош Балы» ЖЧК (үлгү)",
        "奥什蜂蜜有限公司（示例）",
        "Osh Honey LLC (sample)",
        "ОсОО «Ош Балы» (образец)",
        "Жоопкерчилиги чектелген коом",
        "",
        "",
        "",
    ),
)
