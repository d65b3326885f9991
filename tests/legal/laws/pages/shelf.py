"""Laws for the tests of their pages."""

from datetime import date

from lxml import html

from legal.laws.models import Citation
from tests.factories import EditionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory

MOVED = "本条的文字在新法中没有变动，只是换了条号。"


def page(response):
    """The page of a response, to be asked by XPath."""
    return html.fromstring(response.content)


def said(node):
    """The words of a node in one line."""
    return " ".join(" ".join(node.itertext()).split())


def write(edition, number, bodies, *, status="official", heading="", kind="article", path=None, **place):
    """One provision of an edition: a body by language, and what goes with all of them."""
    place.setdefault("position", int(number) if str(number).isdigit() else 900)
    provision = ProvisionFactory(
        edition=edition, kind=kind, number=str(number), path=path or f"{kind}-{number}", **place
    )
    for language, body in bodies.items():
        ProvisionTextFactory(
            provision=provision,
            language=language,
            label=f"{number} {language}",
            heading=heading,
            body=body,
            status=status,
        )
    return provision


def contract():
    """A law of two editions: in that of 2021 Article 1 is reworded, Article 2 has become 3, a new 2 has come in."""
    law = LawFactory(
        slug="contract-law",
        title_zh_hans="合同法",
        title_en="Contract Law",
        title_ru="Закон о договорах",
        short_title_en="CL",
        summary_en="Of contracts.",
        authority_en="The Congress",
        number="No. 15",
        adopted=date(2017, 6, 1),
        in_force=date(2018, 1, 1),
        source="https://www.example.org/contract-law",
        languages=["en", "ru", "zh"],
    )
    old = EditionFactory(law=law, adopted=date(2017, 6, 1), in_force=date(2018, 1, 1), until=date(2021, 1, 1))
    new = EditionFactory(law=law, adopted=date(2020, 6, 1), in_force=date(2021, 1, 1))
    write(old, 1, {"zh": "合同应当遵守。", "ru": "Договоры соблюдаются."})
    write(old, 2, {"zh": MOVED, "en": "These words stay and move."})
    write(new, 1, {"zh": "合同必须严格遵守。", "ru": "Договоры строго соблюдаются.", "en": "Keep contracts strictly."})
    write(new, 2, {"zh": "电子合同与书面合同具有同等的效力。", "en": "An electronic contract is a contract."})
    write(new, 3, {"zh": MOVED, "en": "These words stay and move."})
    return law


def translate(law):
    """Make the Russian text of Article 1 of 2021 a translation of the wording of 2018."""
    old, new = law.editions.all()
    text = new.provisions.get(path="article-1").texts.get(language="ru")
    text.status = "translation"
    text.based_on = old.provisions.get(path="article-1").texts.get(language="zh").wording
    text.save()


def cite(provision, words, law=None, path="", *, language="zh", name=""):
    """Let a provision's text cite a place by some of its words."""
    start = provision.texts.get(language=language).body.index(words)
    return Citation.objects.create(
        provision=provision, language=language, start=start, end=start + len(words), law=law, path=path, name=name
    )
