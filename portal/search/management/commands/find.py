"""`manage.py find QUERY --language en --limit 10 --json`: results in the order the page has them."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import override

from portal.languages import BY_TEXT, DEFAULT, text_code
from portal.search import progress
from portal.search.asking import ask
from portal.search.filters import Filters
from portal.search.presenting import shown
from portal.search.searching import Results, search


class Command(BaseCommand):
    help = "Finds provisions and laws, in the order of the results page."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("query", nargs="?")
        parser.add_argument("--language", help="zh, en or ru: the reader's; without it, that of the query")
        parser.add_argument("--limit", type=int, default=10)
        parser.add_argument("--jurisdiction", nargs="+", default=[], help="only law of these, by code, such as kz")
        parser.add_argument("--json", action="store_true", help="print a JSON list")
        parser.add_argument("--file", type=Path, help="one JSON object a line, with `query` and `language`")

    def handle(self, *args: Any, query: str | None, file: Path | None, **options: Any) -> None:
        if (query is None) == (file is None):
            raise CommandError("Give either a query or --file.")
        asked = [(query or "", options["language"])] if file is None else lines(file, options["language"])
        filters = Filters({"jurisdiction": options["jurisdiction"]})
        for text, language in asked:
            found = self.rows(text, spoken(language, text), options["limit"], filters)
            self.stdout.write(json.dumps(found, ensure_ascii=False) if options["json"] or file else printed(found))

    def rows(self, query: str, language: str, limit: int, filters: Filters) -> list[dict[str, Any]]:
        """The first results as they are printed."""
        with override(BY_TEXT[language].code):
            results = self.results(query, language, filters)
            return [
                {
                    **one.hit.record,
                    "language": one.text.language if one.text else language,
                    "score": round(one.found.score, 4),
                }
                for one in shown(results, results.found[: max(limit, 0)], language)
            ]

    def results(self, query: str, language: str, filters: Filters) -> Results:
        """What is found; an index that is lost or damaged is built first."""
        results = search(query, language=language, filters=filters)
        if results.ready:
            return results
        self.stderr.write("There is no search index, or it is damaged: it is built now.")
        progress.apply()
        return search(query, language=language, filters=filters)


def printed(found: Sequence[dict[str, Any]]) -> str:
    """The rows for a person's eye."""
    return "\n".join(f"{row['score']:8.3f}  {row['law']} {row['number']}  {row['title']}" for row in found)


def lines(path: Path, language: str | None) -> Iterator[tuple[str, str | None]]:
    """The queries of a file, blank lines passed over."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield query_of(line, number, language)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error


def query_of(line: bytes, number: int, language: str | None) -> tuple[str, str | None]:
    try:
        asked = json.loads(line)
        query, spoken_in = asked["query"], asked.get("language", language)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise CommandError(f"Line {number} is no JSON object with a query.") from error
    if not isinstance(query, str) or not isinstance(spoken_in, str | None):
        raise CommandError(f"Line {number} has a query or a language that is no text.")
    return query, spoken_in


def spoken(language: str | None, query: str) -> str:
    """The text code of the language asked for, else of the query, else of the portal."""
    code = text_code(language or "")
    if language and code not in BY_TEXT:
        raise CommandError(f"{language} is none of the portal's languages: {', '.join(BY_TEXT)}.")
    return code if language else next(iter(ask(query).languages), DEFAULT.text)
