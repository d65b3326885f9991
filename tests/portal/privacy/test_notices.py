"""Where the notices about a person's data lead."""

import pytest

from portal.notices.models import Notice
from portal.privacy.notices import ACCOUNT_DELETED, COPY_READY


@pytest.mark.parametrize(
    ("kind", "address"), [(COPY_READY, "/en/account/data/"), (ACCOUNT_DELETED, "/en/account/deleted/")]
)
def test_notice_leads_to_its_page(kind, address):
    assert kind.address(Notice(kind=kind.slug)) == address
