"""The receipt says the same in three languages, side by side, whatever the files are called."""

import io
import json

import pypdf
import pytest

from legal.matters import printing
from legal.matters.actions.submitting import submit
from tests.factories import PaperFactory, RepresentativeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_receipt_says_the_same_in_three_languages(submitted) -> None:
    submission = submitted.submissions.get()

    columns = printing.content(submission)["columns"]

    assert [column["title"] for column in columns] == ["提交回执", "Receipt of a submission", "Квитанция о подаче"]
    assert all(submitted.number in [value for _label, value in column["facts"]] for column in columns)
    assert [len(column["said"]) for column in columns] == [4, 4, 4]


def test_receipt_lists_each_file_with_its_sum_over_as_many_pages_as_it_takes(complete) -> None:
    names = ["授权委托书.pdf", "Доверенность.pdf", "𠮷\u202e.pdf", *(f"exhibit-{number}.pdf" for number in range(60))]
    for number, name in enumerate(names):
        paper = PaperFactory.create(owner=complete, name=name, sha256=f"{number:064x}", purpose="matters.authority")
        RepresentativeFactory.create(matter=complete, authority=paper)

    submission = submit(complete, by=complete.begun_by)
    paper = pypdf.PdfReader(io.BytesIO(printing.write(submission)))

    text = "".join(page.extract_text() for page in paper.pages)
    assert len(paper.pages) > 2
    assert all(name in text for name in (names[0], names[1], names[-1]))
    assert f"{59:064x}" in text
    assert submission.sha256 in text.replace("\n", "")


def test_receipt_is_the_same_bytes_each_time_and_its_content_is_plain_data(submitted) -> None:
    submission = submitted.submissions.get()

    assert printing.write(submission) == printing.write(submission)
    assert json.loads(json.dumps(printing.content(submission)))["sha256"] == submission.sha256
