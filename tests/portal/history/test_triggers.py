"""What a trigger tells the function of the owner's."""

import pytest

from legal.laws.models import LawName
from portal.accounts.models import User
from portal.history.triggers import AppendOnly, Recorded
from portal.reference.models import Topic


def test_trigger_tells_the_model_its_key_and_the_columns_not_to_be_kept() -> None:
    trigger = Recorded(exclude=["last_login"], secret=["password"])

    assert trigger.render_execute(User) == (
        "public.history_record('accounts.user', 'id', '', 'last_login', 'password')"
    )


def test_trigger_of_a_part_tells_the_record_it_is_part_of() -> None:
    assert Recorded(part_of="law").render_execute(LawName) == (
        "public.history_record('laws.law', 'law_id', 'laws.lawname', '', '')"
    )


def test_part_of_what_is_no_foreign_key_is_a_mistake() -> None:
    with pytest.raises(TypeError, match=r"reference\.Topic\.slug leads to no other model"):
        Recorded(part_of="slug").render_execute(Topic)


def test_trigger_of_what_is_only_added_is_told_nothing() -> None:
    assert AppendOnly().render_execute(User) == "public.history_refuse()"
