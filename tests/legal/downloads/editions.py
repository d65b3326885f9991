"""Editions short and long."""

from tests.factories import EditionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory


def civil_code():
    return LawFactory(slug="civil-code", title_zh_hans="民法典", title_en="Civil Code", title_ru="Гражданский кодекс")


def short_edition(law=None):
    """One article in Chinese and Russian."""
    edition = EditionFactory(law=law or civil_code())
    article = ProvisionFactory(edition=edition, number="1")
    ProvisionTextFactory(provision=article, body="甲")
    ProvisionTextFactory(provision=article, language="ru", label="Статья 1.", body="Текст")
    return edition


def long_edition():
    """One article too long to be set while a reader waits."""
    edition = EditionFactory(law=civil_code())
    ProvisionTextFactory(provision=ProvisionFactory(edition=edition, number="1"), body="合同自由。" * 12_001)
    return edition
