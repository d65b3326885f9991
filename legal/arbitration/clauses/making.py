"""A clause in three languages, made of the same facts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from legal.arbitration.clauses.places import INSTITUTIONS, LAWS, SEATS, TONGUES, InThree


@dataclass(frozen=True, slots=True)
class Facts:
    """What a clause says; each name is a key of `places`, `contract_law` empty where the contract names it elsewhere.

    `days`: how long negotiation, or mediation, may take before either party can go on.
    """

    institution: str
    seat: str
    tongue: str
    arbitrators: int
    law: str
    contract_law: str = ""
    negotiation: bool = False
    mediation: bool = False
    days: int = 30
    appeal: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """The sentences of a clause in one language; `core` is the one that hands the dispute over, by its place."""

    language: str
    sentences: tuple[str, ...]
    core: int

    @property
    def text(self) -> str:
        """The clause as it goes into a contract."""
        return ("" if self.language == "zh" else " ").join(self.sentences)


# The core is, for the institution itself, its own short model clause: in Chinese from a copy, in English from its page.
CORE: Final = InThree(
    "凡因本合同引起的或与本合同有关的任何争议，均应提交{institution}仲裁。",
    "Any dispute arising from or in connection with this contract shall be submitted to {institution} for arbitration.",
    "Любой спор, возникающий из настоящего договора или в связи с ним, подлежит передаче на рассмотрение в "
    "{institution}"
    " в порядке арбитража.",
)
NEGOTIATION: Final = InThree(
    "双方应首先协商解决争议。自一方书面要求协商之日起{days}日内未能解决的，适用下列约定。",
    "The parties shall first try to settle a dispute by negotiation. If it is not settled within {days} days after "
    "one party"
    " asked the other for negotiations in writing, the following applies.",
    "Стороны сначала стремятся урегулировать спор путем переговоров. Если спор не урегулирован в течение {days} "
    "дн. после"
    " письменного предложения одной из сторон начать переговоры, применяется следующее.",
)
MEDIATION: Final = InThree(
    "双方应在仲裁之前先行调解。自一方书面提议调解之日起{days}日内未达成和解协议的，适用下列约定。",
    "The parties shall try mediation before arbitration. If they have not signed a settlement within {days} days "
    "after one"
    " party proposed mediation in writing, the following applies.",
    "До арбитража стороны обращаются к медиации. Если соглашение об урегулировании не подписано в течение {days} "
    "дн. после"
    " письменного предложения одной из сторон о медиации, применяется следующее.",
)
SEAT: Final = InThree("仲裁地为{seat}。", "The seat of arbitration shall be {seat}.", "Место арбитража: {seat}.")
TONGUE: Final = InThree(
    "仲裁语言为{tongue}。", "The language of the arbitration shall be {tongue}.", "Язык арбитража: {tongue}."
)
ONE: Final = InThree("仲裁庭由一名独任仲裁员组成。", "The number of arbitrators shall be one.", "Число арбитров: один.")
THREE: Final = InThree("仲裁庭由三名仲裁员组成。", "The number of arbitrators shall be three.", "Число арбитров: три.")
LAW: Final = InThree(
    "本仲裁条款适用{law}法律。",
    "This arbitration clause is governed by the law of {law}.",
    "К настоящей арбитражной оговорке применяется право {law}.",
)
CONTRACT_LAW: Final = InThree(
    "本合同适用{contract_law}法律。",
    "This contract is governed by the law of {contract_law}.",
    "К настоящему договору применяется право {contract_law}.",
)
FINAL: Final = InThree(
    "仲裁裁决是终局的，对双方均有约束力。",
    "The arbitral award is final and binding on the parties.",
    "Арбитражное решение является окончательным и обязательным для сторон.",
)
APPEAL: Final = InThree(
    "双方同意，在仲裁地法律不禁止的前提下，任何一方均可按照深圳国际仲裁院关于选择性复裁的规定，对仲裁裁决提起复裁。",
    "The parties agree that, unless the law of the seat forbids it, either party may appeal against the award under the"
    " provisions of the SCIA on optional appellate arbitration.",
    "Стороны договорились, что, если этого не запрещает право места арбитража, каждая из них вправе обжаловать "
    "арбитражное"
    " решение по положениям SCIA о факультативном апелляционном арбитраже.",
)
READ: Final[dict[str, Callable[[InThree], str]]] = {
    "zh": lambda name: name.zh,
    "en": lambda name: name.en,
    "ru": lambda name: name.ru,
}


def make(facts: Facts) -> tuple[Clause, ...]:
    """The clause in Chinese, English and Russian."""
    return tuple(_made(facts, language) for language in READ)


def _made(facts: Facts, language: str) -> Clause:
    read = READ[language]
    before = [tier for wanted, tier in ((facts.negotiation, NEGOTIATION), (facts.mediation, MEDIATION)) if wanted]
    after = [SEAT, TONGUE, ONE if facts.arbitrators == 1 else THREE, LAW, APPEAL if facts.appeal else FINAL]
    if facts.contract_law:
        after.append(CONTRACT_LAW)
    words = {
        "institution": read(INSTITUTIONS[facts.institution]),
        "seat": read(SEATS[facts.seat]),
        "tongue": read(TONGUES[facts.tongue]),
        "law": read(LAWS[facts.law]),
        "contract_law": read(LAWS[facts.contract_law]) if facts.contract_law else "",
        "days": facts.days,
    }
    return Clause(language, tuple(read(one).format(**words) for one in (*before, CORE, *after)), len(before))
