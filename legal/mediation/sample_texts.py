"""What the sample mediations of a demonstration say: invented, and marked as samples in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from enterprises.sample_texts import Firm
from enterprises.states import State

# The other side of the settled mediation, as its sample lawyer has registered it.
OTHER_SIDE: Final = Firm(
    slug="agro-primer",
    state=State.VERIFIED,
    country="kz",
    industry="deep-processing-of-agricultural-products",
    register_name="ТОО «Агро Пример» (образец)",
    zh="农业示例有限责任合伙（示例）",
    en="Agro Primer LLP (sample)",
    ru="ТОО «Агро Пример» (образец)",
    legal_form="Товарищество с ограниченной ответственностью",
    representative="Образцов Образец",
    address="Алматы, улица Образцовая, 2",
    phone="+77270000002",
    number="110140000005",
)
MEDIATORS: Final[tuple[Mapping[str, Any], ...]] = (
    {
        "name_zh_hans": "张示例（示例）",
        "name_en": "Zhang Shili (sample)",
        "name_ru": "Чжан Шили (образец)",
        "languages": ["zh", "ru"],
        "about_zh_hans": "示例：调解买卖合同争议，使用中文和俄文。",
        "about_en": "Sample: mediates disputes about sales, in Chinese and Russian.",
        "about_ru": "Образец: медиатор по спорам из договоров купли-продажи, на китайском и русском языках.",
    },
    {
        "name_zh_hans": "奥布拉兹佐娃（示例）",
        "name_en": "Obraztsova (sample)",
        "name_ru": "Образцова (образец)",
        "languages": ["ru", "kk", "en"],
        "about_zh_hans": "示例：调解运输合同争议，使用俄文、哈萨克文和英文。",
        "about_en": "Sample: mediates disputes about transport, in Russian, Kazakh and English.",
        "about_ru": "Образец: медиатор по спорам из договоров перевозки, на русском, казахском и английском языках.",
    },
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One invented mediation; `texts` are the versions of its settlement, of which the last stands."""

    title: str
    language: str
    against: str
    about: str
    sought: str
    amount: int
    wishes: str = ""
    texts: tuple[Mapping[str, str], ...] = ()
    confirmed: bool = False


# In the words of the enterprise's people, who write Chinese, English and Russian.
SAMPLES: Final = (
    Sample(
        title="棉纱迟延交货争议（示例，调解中）",
        language="zh-hans",
        against="ТОО «Пример» (образец)",
        about="示例：双方订有棉纱买卖合同。买方认为交货迟延四周，拒付尾款；卖方认为买方未及时办理通关手续。",
        sought="示例：请求买方支付尾款，并希望继续合作。",
        amount=200_000,
        wishes="示例：希望调解员懂中文和俄文，熟悉棉纱贸易。",
    ),
    Sample(
        title="Returned packing crates (sample, settlement to be confirmed)",
        language="en",
        against="ТОО «Тара Пример» (образец)",
        about="Sample: the buyer returned 400 of 1,000 packing crates. The sides differ on who bears the loss.",
        sought="Sample: payment for the crates that were not returned.",
        amount=36_000,
        texts=(
            {
                "en": "Sample.\n1. The buyer returns 300 crates within 60 days.\n2. It pays CNY 18,000 within 60 days.",
                "ru": "Образец.\n1. Покупатель возвращает 300 ящиков в течение 60 дней.\n"
                "2. Покупатель уплачивает 18 000 юаней в течение 60 дней.",
            },
            {
                "en": "Sample.\n1. The buyer returns 300 crates within 90 days.\n"
                "2. It pays CNY 15,000 within 60 days.\n"
                "3. Neither side has any further claim for crates.",
                "ru": "Образец.\n1. Покупатель возвращает 300 ящиков в течение 90 дней.\n"
                "2. Покупатель уплачивает 15 000 юаней в течение 60 дней.\n"
                "3. Других требований по ящикам стороны друг к другу не имеют.",
            },
        ),
    ),
    Sample(
        title="Недостача семян хлопчатника (образец, урегулировано)",
        language="ru",
        against=OTHER_SIDE.register_name,
        about="Образец: при приемке партии семян покупатель обнаружил недостачу. Стороны расходятся в ее объеме.",
        sought="Образец: признать недостачу не более двух тонн и получить остаток цены.",
        amount=48_000,
        texts=(
            {
                "zh-hans": "示例。\n一、双方确认短少两吨。\n"
                "二、买方在30日内支付人民币40000元。\n三、双方就本批货物再无其他争议。",
                "ru": "Образец.\n1. Стороны признают недостачу двух тонн.\n"
                "2. Покупатель уплачивает 40 000 юаней в течение 30 дней.\n"
                "3. Других споров по этой партии стороны не имеют.",
            },
        ),
        confirmed=True,
    ),
)
WITHDRAWN: Final = "Sample reason: both sides have asked for another day and another sum."
ROOM: Final = "示例会议室 · Sample room · Образец зала"
