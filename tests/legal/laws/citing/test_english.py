import pytest

from legal.laws.citing import find


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is marked in a text, the law it names (own for its own), and the articles."""
    return [(text[c.start : c.end], "own" if c.own else c.law, c.articles) for c in find(text, "en")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("under Article 35 of the Convention.", [("Article 35 of the Convention", "Convention", ("35",))]),
        ("Article 36 bis of the Convention", [("Article 36 bis of the Convention", "Convention", ("36-bis",))]),
        ("Article II bis of the Convention", [("Article II bis of the Convention", "Convention", ("2-bis",))]),
        (
            "article 17 A, and articles 17 B to 17 J",
            [("article 17 A", "own", ("17A",)), ("articles 17 B", "own", ("17B",)), ("17 J", "own", ("17J",))],
        ),
        ("Article 2a of this Regulation", [("Article 2a of this Regulation", "own", ("2a",))]),
        ("Section 5 A person may", [("Section 5", "own", ("5",))]),
        ("Arts. 74-77 CISG", [("Arts. 74-77 CISG", "CISG", ("74", "75", "76", "77"))]),
        ("Article 9-1 of the Convention", [("Article 9-1 of the Convention", "Convention", ("9-1",))]),
        ("referred to in Article 6(2)(b) applies", [("Article 6(2)(b)", "own", ("6",))]),
        (
            "clause (b) of sub-section (1) of section 333 of this Act",
            [
                ("clause (b) of sub-section (1) of section 333 of this Act", "own", ("333",)),
            ],
        ),
        (
            "under Articles 38 and 39 of the present Convention",
            [
                ("Articles 38", "own", ("38",)),
                ("39 of the present Convention", "own", ("39",)),
            ],
        ),
        ("articles 31 to 34 apply", [("articles 31", "own", ("31", "32", "33")), ("34", "own", ("34",))]),
        ("Articles 14, 17 and 25", [("Articles 14", "own", ("14",)), ("17", "own", ("17",)), ("25", "own", ("25",))]),
        ("sections 12–14", [("sections 12", "own", ("12", "13")), ("14", "own", ("14",))]),
        ("within section 5 and 30 days after", [("section 5", "own", ("5",))]),
        ("as section 5, 7 and other grounds show", [("section 5", "own", ("5",))]),
        (
            "section 17A or section 19 of the Contract Act, 1872 (IX of 1872)",
            [
                ("section 17A", "Contract Act, 1872 (IX of 1872)", ("17A",)),
                ("section 19 of the Contract Act, 1872 (IX of 1872)", "Contract Act, 1872 (IX of 1872)", ("19",)),
            ],
        ),
        (
            "section 9 of the Code of Civil Procedure, 1908 (Act V of 1908), shall",
            [
                (
                    "section 9 of the Code of Civil Procedure, 1908 (Act V of 1908)",
                    "Code of Civil Procedure, 1908 (Act V of 1908)",
                    ("9",),
                ),
            ],
        ),
        (
            "Article V of the Convention on the Recognition and Enforcement of Foreign Arbitral Awards shall",
            [
                (
                    "Article V of the Convention on the Recognition and Enforcement of Foreign Arbitral Awards",
                    "Convention on the Recognition and Enforcement of Foreign Arbitral Awards",
                    ("5",),
                ),
            ],
        ),
        (
            "the Hague Convention of 5 October 1961 abolishing",
            [
                ("Hague Convention of 5 October 1961", "Hague Convention of 5 October 1961", ()),
            ],
        ),
        (
            "CISG Article 35 and Article 7 CISG",
            [("CISG Article 35", "CISG", ("35",)), ("Article 7 CISG", "CISG", ("7",))],
        ),
        ("CISG art. 35", [("CISG art. 35", "CISG", ("35",))]),
        ("Article 2 of the WCT", [("Article 2 of the WCT", "WCT", ("2",))]),
        ("ARTICLE 5 SCOPE OF APPLICATION", [("ARTICLE 5", "own", ("5",))]),
        ("the Companies Act, 2017, section 4", [("Companies Act, 2017, section 4", "Companies Act, 2017", ("4",))]),
        (
            "the Customs Act, 1969 (IV of 1969). In section 5 of that Act",
            [
                ("Customs Act, 1969 (IV of 1969)", "Customs Act, 1969 (IV of 1969)", ()),
                ("section 5 of that Act", "Customs Act, 1969 (IV of 1969)", ("5",)),
            ],
        ),
        ("section 5 of that Act", [("section 5", "own", ("5",))]),
        (
            "Ins. by the Central Laws (Statute Reform) Ordinance, 1960 (21 of 1960), s. 3",
            [
                (
                    "Central Laws (Statute Reform) Ordinance, 1960 (21 of 1960), s. 3",
                    "Central Laws (Statute Reform) Ordinance, 1960 (21 of 1960)",
                    ("3",),
                ),
            ],
        ),
        ("Subs. ibid., s. 2", []),
        ("Under Section 3 of the Act", [("Section 3 of the Act", "Act", ("3",))]),
        ("article 5 of the contract", []),
        ("see s. 73 Contract Act", [("s. 73 Contract Act", "Contract Act", ("73",))]),
        ("art. 5 NY Convention", [("art. 5 NY Convention", "NY Convention", ("5",))]),
        ("under s. 24 the court", [("s. 24", "own", ("24",))]),
        ("s. 5 this Act", [("s. 5", "own", ("5",))]),
        ("s. 5, Contract Act", [("s. 5", "own", ("5",))]),
        ("Section 5 Contract Act", [("Section 5", "own", ("5",))]),
        ("under rule 3 of Order XXI", []),
        ("the Act shall apply", []),
        (
            "Under the Income Tax Ordinance, 2001 and the Sale of Goods Act, 1930.",
            [
                ("Income Tax Ordinance, 2001", "Income Tax Ordinance, 2001", ()),
                ("Sale of Goods Act, 1930", "Sale of Goods Act, 1930", ()),
            ],
        ),
        ("(Setting aside) Besides Model Law Article 34", [("Model Law Article 34", "Model Law", ("34",))]),
        ("Inserted by Finance Act, 2005", [("Finance Act, 2005", "Finance Act, 2005", ())]),
        ("the Conference on Private International Law met", []),
        ('replaced by:\n"Article 22\nLimits of liability"', []),
        ("§ 12 applies", [("§ 12", "own", ("12",))]),
        ("Rs. 500 and U.S. 5", []),
        ("Section C of the list", []),
    ],
)
def test_citations_are_found(text: str, found: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "container"),
    [
        ("article 183 of the First Schedule to the Limitation Act, 1908", "schedule-1"),
        ("Article 3 of Annex II to this Convention", "annex-2"),
        ("Article 3 of the Appendix", "annex"),
        ("section 4 of Chapter III of this Act", ""),
    ],
)
def test_annex_is_a_container(text: str, container: str) -> None:
    assert [cited.container for cited in find(text, "en")] == [container]


@pytest.mark.parametrize(
    "text",
    [
        'the Berne Convention of 1886 (hereinafter referred to as "the Convention")',
        "“Convention” means the Berne Convention of 1886",
    ],
)
def test_abbreviation_is_noted(text: str) -> None:
    assert [(cited.law, cited.short) for cited in find(text, "en")] == [("Berne Convention of 1886", "Convention")]


def test_statutes_number_sections() -> None:
    assert [cited.unit for cited in find("section 5, Article 6", "en")] == ["section", "article"]
