import json

import pytest
from django.test import Client
from pytest_django import Settings

from portal.search import actions
from portal.search.registry import Reference
from tests.portal.search.conftest import Notes

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
@pytest.mark.parametrize("query", ["", "合同", "zzz", "合同&jurisdiction=kz", "合同&page=x&year=2020&status=sleeping"])
def test_results_page_answers_in_each_language(client: Client, notes: Notes, language: str, query: str) -> None:
    notes.add(1, "合同的成立", facets={"jurisdiction": ["cn"], "year": ["2020"]})
    notes.add(2, texts={"kk": "合同 шарт"}, facets={"jurisdiction": ["cn"], "year": ["2021"]})
    actions.apply()

    response = client.get(f"/{language}/search/?q={query}")

    assert (response.status_code, f'lang="{language.replace("hans", "Hans")}"' in response.content.decode()) == (
        200,
        True,
    )


def test_query_that_names_one_place_goes_there(client: Client, notes: Notes) -> None:
    notes.named = [Reference(2, "/notes/2/", "CISG art. 35", only=True)]
    actions.apply()

    jump, listed = client.get("/en/search/?q=CISG art. 35"), client.get("/en/search/?q=CISG art. 35&all=1")

    assert ((jump.status_code, jump.headers["Location"]), listed.status_code) == ((302, "/notes/2/"), 200)


def test_results_come_in_pages_that_keep_the_filters(client: Client, notes: Notes) -> None:
    for key in range(1, 25):
        notes.add(key, f"合同之{key}", facets={"jurisdiction": ["cn"]})
    actions.apply()

    second = client.get("/en/search/?q=合同&jurisdiction=cn&order=newest&past=on&page=2").content.decode()

    assert second.count('class="law"') == 10
    assert "jurisdiction=cn&amp;past=on&amp;order=newest&amp;page=3" in second


def test_filter_in_use_can_be_undone(client: Client, notes: Notes) -> None:
    notes.add(1, "合同", facets={"jurisdiction": ["cn"]})
    actions.apply()

    response = client.get("/en/search/?q=合同&jurisdiction=kz&status=in-force&past=on")

    assert [chip.label for chip in response.context["chips"]] == ["Kazakhstan", "in-force", "Past editions too"]
    assert response.context["chips"][0].query == "q=%E5%90%88%E5%90%8C&status=in-force&past=on"


def test_long_facet_keeps_its_tail_folded(client: Client, notes: Notes) -> None:
    for key in range(12):
        notes.add(key + 1, f"合同之{key}", facets={"year": [str(2000 + key)]})
    actions.apply()

    years = next(facet for facet in client.get("/en/search/?q=合同").context["facets"] if facet.name == "year")

    assert ([choice.value for choice in years.first][:2], len(years.first), len(years.rest)) == (["2011", "2010"], 7, 5)


@pytest.mark.parametrize("year", ["abc", "2021-1-1", "-2020", "²", "٢٠٢٠", "20", "%00", "1" * 50])
def test_year_that_is_none_is_left_out(client: Client, notes: Notes, year: str) -> None:
    notes.add(1, "合同", facets={"year": ["2020"]})
    actions.apply()

    response = client.get(f"/en/search/?q=合同&year={year}&year=2021")

    assert (response.status_code, [chip.label for chip in response.context["chips"]]) == (200, ["2021"])


def test_page_without_an_index_says_so_and_calls_the_worker(
    client: Client, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[int] = []
    monkeypatch.setattr(actions, "send", lambda: called.append(1))

    response = client.get("/en/search/?q=合同")

    assert ("The index of the laws is being built" in response.content.decode(), called) == (True, [1])


def test_nothing_found_offers_what_the_law_calls_it(client: Client, notes: Notes) -> None:
    actions.apply()

    response = client.get("/en/search/?q=my boss ended the agreement")

    assert response.context["alternatives"] == ["employer", "合同", "договор", "контракт"]


def test_suggestions_are_lines_of_json(client: Client, notes: Notes) -> None:
    actions.apply()

    answer = json.loads(client.get("/en/search/suggest/?q=FORCE").content)

    assert answer["suggestions"][-1] == {"text": "force majeure", "kind": "Term", "url": ""}
    assert (len(answer["suggestions"]), answer["suggestions"][0]["kind"]) == (8, "Law or treaty")


def test_nothing_typed_suggests_nothing(client: Client, notes: Notes) -> None:
    assert json.loads(client.get("/en/search/suggest/?q=").content) == {"suggestions": []}


def test_suggestions_do_without_an_index(client: Client, notes: Notes) -> None:
    assert len(json.loads(client.get("/en/search/suggest/?q=force").content)["suggestions"]) == 8


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_an_address_that_asks_too_often_is_told_to_wait(
    client: Client, notes: Notes, settings: Settings, language: str
) -> None:
    settings.SEARCH_RATE = "0/m"
    settings.SUGGESTION_RATE = "0/m"

    pages = [client.get(f"/{language}/search/?q=x"), client.get(f"/{language}/search/suggest/?q=x")]

    assert [(page.status_code, page.headers["Retry-After"]) for page in pages] == [(429, "60")] * 2


@pytest.mark.parametrize("rows", [1, 3])
def test_results_ask_the_database_as_often_for_one_row_as_for_three(
    client: Client, notes: Notes, django_assert_num_queries: object, rows: int
) -> None:
    for key in range(rows):
        notes.add(key + 1, f"合同之{key}")
    actions.apply()

    with django_assert_num_queries(0):
        client.get("/en/search/?q=合同")
