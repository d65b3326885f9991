"""The texts of a law in several languages meet: articles by number, headings by the articles that follow them."""

from collections import Counter

from legal.laws.kinds import ArticleUnit, ProvisionKind
from legal.laws.parsing.records import ParsedEdition, ParsedProvision, ParsedText

HEADINGS = frozenset({ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION})


def align_units(editions: list[ParsedEdition]) -> ArticleUnit:
    """Gives every text the law's one unit: 第五条 and Статья 5 of an Act in sections are its section 5."""
    texts = [text for edition in editions for text in edition.texts]
    if all(text.unit is ArticleUnit.ARTICLE for text in texts):
        return ArticleUnit.ARTICLE
    for text in texts:
        if text.unit is ArticleUnit.ARTICLE:
            _into_sections(text)
    return ArticleUnit.SECTION


def _into_sections(text: ParsedText) -> None:
    paths = {provision.path for provision in text.provisions}
    for provision in text.provisions:
        path = provision.path.replace("article-", "section-", 1)
        if provision.kind is ProvisionKind.ARTICLE and provision.path.startswith("article-") and path not in paths:
            paths.add(path)
            provision.path = path
    text.unit = ArticleUnit.SECTION


def align_headings(texts: list[ParsedText]) -> None:
    """Gives headings of the later texts the kind, number and path they have in the first, where they agree in place."""
    model = _by_place(texts[0].provisions) if texts else {}
    for text in texts[1:]:
        paths = Counter(provision.path for provision in text.provisions)
        for place, headings in _by_place(text.provisions).items():
            originals = model.get(place, [])
            if len(originals) == len(headings):
                _adopt(paths, headings, originals)


def _by_place(provisions: list[ParsedProvision]) -> dict[str, list[ParsedProvision]]:
    """The headings that stand before each article, by the article's path."""
    found: dict[str, list[ParsedProvision]] = {}
    waiting: list[ParsedProvision] = []
    for provision in provisions:
        if provision.kind in HEADINGS:
            waiting.append(provision)
        elif provision.kind is ProvisionKind.ARTICLE:
            if waiting:
                found[provision.path] = waiting
            waiting = []
    if waiting:
        found[""] = waiting
    return found


def _adopt(paths: Counter[str], headings: list[ParsedProvision], originals: list[ParsedProvision]) -> None:
    """Gives headings the paths of the originals unless another provision has one; `paths` counts those of the text."""
    before = Counter(heading.path for heading in headings)
    wanted = Counter(original.path for original in originals)
    if any(paths[path] > before[path] for path in wanted):
        return
    paths.subtract(before)
    paths.update(wanted)
    for heading, original in zip(headings, originals, strict=True):
        heading.kind, heading.number, heading.path = original.kind, original.number, original.path
