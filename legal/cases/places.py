"""What a place in a law is called, told from its address alone."""

from django.utils.translation import gettext

from legal.laws.numbering import display


def place_name(path: str, unit: str, language: str) -> str:
    """`article-16` as Article 16, with the annex it stands in, in the active language; "" for the law as a whole."""
    containers, _slash, place = path.rpartition("/")
    number = place.partition("-")[2]
    name = display(number, unit, language) if number else ""
    return _within(containers.rpartition("/")[2], name) if name and containers else name


def _within(container: str, place: str) -> str:
    """The place of an annex: the numbers of each begin again."""
    word, _dash, number = container.partition("-")
    # Translators: a place in what is annexed to a law: “Article 5 of Annex 1”; in Chinese the annex comes first.
    names = {
        "annex": (gettext("%(place)s of Annex %(number)s"), gettext("%(place)s of the annex")),
        "protocol": (gettext("%(place)s of Protocol %(number)s"), gettext("%(place)s of the protocol")),
        "schedule": (gettext("%(place)s of Schedule %(number)s"), gettext("%(place)s of the schedule")),
    }
    numbered, bare = names.get(word, (place, place))
    return (numbered if number else bare) % {"place": place, "number": number} if word in names else place
