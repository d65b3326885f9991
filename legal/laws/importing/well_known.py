"""What treaties are commonly called: names that their texts do not print and that lawyers cite them by."""

from collections.abc import Iterable, Iterator
from typing import Final

from legal.laws.naming import key

COMMON_NAMES: Final = {
    "Convention on the Recognition and Enforcement of Foreign Arbitral Awards": (
        "New York Convention", "NY Convention", "New York Arbitration Convention", "Нью-Йоркская конвенция", "纽约公约",
    ),
    "United Nations Convention on the Carriage of Goods by Sea 1978": (
        "Hamburg Rules", "Гамбургские правила", "汉堡规则",
    ),
    "United Nations Convention on Contracts for the International Carriage of Goods Wholly or Partly by Sea": (
        "Rotterdam Rules", "Роттердамские правила", "鹿特丹规则",
    ),
    "United Nations Convention on International Settlement Agreements Resulting from Mediation": (
        "Singapore Convention", "Singapore Convention on Mediation", "Сингапурская конвенция", "新加坡调解公约",
    ),
    "United Nations Convention on Contracts for the International Sale of Goods": (
        "CISG", "Vienna Sales Convention", "Венская конвенция о договорах международной купли-продажи товаров",
    ),
    "Convention for the Unification of Certain Rules Relating to International Carriage by Air": (
        "Warsaw Convention", "Варшавская конвенция", "华沙公约",
    ),
    "Convention for the Unification of Certain Rules for International Carriage by Air": (
        "Montreal Convention", "Монреальская конвенция", "蒙特利尔公约",
    ),
    "Договор о Евразийском экономическом союзе": (
        "Договор о ЕАЭС", "Treaty on the Eurasian Economic Union", "EAEU Treaty", "欧亚经济联盟条约",
    ),
}  # fmt: skip
_BY_KEY: Final = {key(title): names for title, names in COMMON_NAMES.items()}


def common_names(titles: Iterable[str]) -> Iterator[str]:
    """The names a treaty of one of these titles goes by besides."""
    for title in titles:
        yield from _BY_KEY.get(key(title), ())
