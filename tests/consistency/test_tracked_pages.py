"""Every tracked record that the console shows has its history there, and not Django's own."""

import pytest
from django.contrib import admin
from django.db.models import Model

from portal.history.admin import WithHistory
from portal.history.triggers import tracked_labels

# Papers and spreadsheets are seen where they belong, who asks to join may have asked for nobody's number, who sees a
# session need not see who takes part, and what an enterprise asks a lawyer, or keeps to prove something with, is for no
# staff to look through: their history is in the list of all.
ELSEWHERE = {
    "files.file",
    "enterprises.sheet",
    "enterprises.joinrequest",
    "training.enrolment",
    "enquiries.enquiry",
    "exhibits.exhibit",
}
SHOWN = [
    model
    for model in admin.site._registry
    if (model._meta.concrete_model or model)._meta.label_lower in tracked_labels()
]


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model._meta.label_lower)
def test_tracked_record_has_its_history_in_the_console(model: type[Model]) -> None:
    assert isinstance(admin.site._registry[model], WithHistory)


def test_every_tracked_record_is_shown_in_the_console() -> None:
    shown = {(model._meta.concrete_model or model)._meta.label_lower for model in SHOWN}

    assert shown | ELSEWHERE == set(tracked_labels())
