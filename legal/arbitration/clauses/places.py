"""What can be chosen in a clause that is made here: names in the three languages, as a contract writes them."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class InThree:
    """A name in Chinese, English and Russian; in Russian in the case that the sentence asks for."""

    zh: str
    en: str
    ru: str


SEATS: Final = {
    "kashgar": InThree("中国喀什", "Kashgar, China", "г. Кашгар, Китай"),
    "shenzhen": InThree("中国深圳", "Shenzhen, China", "г. Шэньчжэнь, Китай"),
    "urumqi": InThree("中国乌鲁木齐", "Urumqi, China", "г. Урумчи, Китай"),
    "beijing": InThree("中国北京", "Beijing, China", "г. Пекин, Китай"),
    "shanghai": InThree("中国上海", "Shanghai, China", "г. Шанхай, Китай"),
    "hong-kong": InThree("中国香港", "Hong Kong, China", "Гонконг, Китай"),
    "singapore": InThree("新加坡", "Singapore", "Сингапур"),
    "almaty": InThree("哈萨克斯坦阿拉木图", "Almaty, Kazakhstan", "г. Алматы, Казахстан"),
    "astana": InThree("哈萨克斯坦阿斯塔纳", "Astana, Kazakhstan", "г. Астана, Казахстан"),
    "tashkent": InThree("乌兹别克斯坦塔什干", "Tashkent, Uzbekistan", "г. Ташкент, Узбекистан"),
    "bishkek": InThree("吉尔吉斯斯坦比什凯克", "Bishkek, Kyrgyzstan", "г. Бишкек, Кыргызстан"),
    "dushanbe": InThree("塔吉克斯坦杜尚别", "Dushanbe, Tajikistan", "г. Душанбе, Таджикистан"),
}
TONGUES: Final = {
    "zh": InThree("中文", "Chinese", "китайский"),
    "en": InThree("英文", "English", "английский"),
    "ru": InThree("俄文", "Russian", "русский"),
    "zh-en": InThree("中文和英文", "Chinese and English", "китайский и английский"),
    "zh-ru": InThree("中文和俄文", "Chinese and Russian", "китайский и русский"),
}
# In Russian the genitive: «право Китайской Народной Республики».
LAWS: Final = {
    "cn": InThree("中华人民共和国", "the People's Republic of China", "Китайской Народной Республики"),
    "hk": InThree(
        "中国香港特别行政区",
        "the Hong Kong Special Administrative Region of China",
        "Специального административного района Гонконг (Китай)",
    ),
    "sg": InThree("新加坡", "Singapore", "Сингапура"),
    "kz": InThree("哈萨克斯坦共和国", "the Republic of Kazakhstan", "Республики Казахстан"),
    "kg": InThree("吉尔吉斯共和国", "the Kyrgyz Republic", "Кыргызской Республики"),
    "uz": InThree("乌兹别克斯坦共和国", "the Republic of Uzbekistan", "Республики Узбекистан"),
    "tj": InThree("塔吉克斯坦共和国", "the Republic of Tajikistan", "Республики Таджикистан"),
    "ru": InThree("俄罗斯联邦", "the Russian Federation", "Российской Федерации"),
    "pk": InThree("巴基斯坦伊斯兰共和国", "the Islamic Republic of Pakistan", "Исламской Республики Пакистан"),
}
# In Russian the accusative, after «в».
INSTITUTIONS: Final = {
    "scia-kashgar": InThree(
        "深圳国际仲裁院喀什分院",
        "the Kashgar Branch of the Shenzhen Court of International Arbitration (the SCIA)",
        "Кашгарское отделение Шэньчжэньского международного арбитражного суда (SCIA)",
    ),
    "scia": InThree(
        "深圳国际仲裁院",
        "the Shenzhen Court of International Arbitration (the SCIA)",
        "Шэньчжэньский международный арбитражный суд (SCIA)",
    ),
}
