"""Those who pay hear of what happens to a notice: its title and a link, never an amount and never a name."""

from legal.fees import payers
from legal.fees.models import FeeNotice
from portal.notices.actions import notify


def tell(kind: str, notice: FeeNotice, *, key: str) -> None:
    """Tell those of the side that owes it, once; nobody where none of that side is here."""
    params = {"number": notice.number, "reference": notice.matter.number}
    notify(f"fees.{kind}", to=payers.told_of(notice), about=notice, params=params, key=f"{kind}-{key}")
