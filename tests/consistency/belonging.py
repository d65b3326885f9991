"""What a page is asked for: something of one’s own, and something of another’s."""

from collections.abc import Callable, Iterator

from enterprises.models import Enterprise
from portal.accounts.models import User
from tests.consistency import access
from tests.consistency.records import (
    World,
    booked,
    certified,
    deadline,
    exhibit,
    firm_of,
    paper,
    served,
    settled,
    written,
)
from tests.consistency.test_addresses import EVERYTHING, INTERFACE, PUBLIC, Page
from tests.factories import NoticeFactory
from tests.signing_in import passkey_of

OPEN_TO_ALL = (*PUBLIC, *INTERFACE)


def parts_of(page: Page, world: World) -> Iterator[tuple[str, dict[str, object]]]:
    """The parts of a page's address: once where it is nobody's, else of what is one's own and of what is another's."""
    mine, theirs = world.asking or world.other, world.other
    if (
        page.name
        in access.OF_AN_ENTERPRISE | access.OF_AN_EXHIBIT | access.OF_A_MATTER | access.OF_A_REQUEST | access.OF_A_PAPER
    ):
        yield from ((whose, part_of(world, one, page.name)) for whose, one in _sides(world))
    elif page.name.startswith("notices:") and page.name in access.OF_A_PERSON:
        yield from ((whose, {"uuid": NoticeFactory.create(user=one).pk}) for whose, one in _both(mine, theirs))
    elif page.name.startswith("mfa_") and page.name in access.OF_A_PERSON:
        yield from ((whose, {"pk": passkey_of(one).pk}) for whose, one in _both(mine, theirs))
    elif (make := made_for(page)) is not None:
        yield from ((whose, make(world, one, page)) for whose, one in _both(mine, theirs))
    else:
        assert not page.parts or page.name in access.OF_NOBODY | access.OF_A_PERSON or page in OPEN_TO_ALL, page.name
        yield "nobody's", page.parts


def part_of(world: World, enterprise: Enterprise, name: str) -> dict[str, object]:
    """What stands in the address of a page of an enterprise, of a matter, a request, a paper or an exhibit of its."""
    if name in access.OF_AN_EXHIBIT:
        return {"key": enterprise.key, "exhibit": world.once(exhibit, enterprise).key}
    if name in access.OF_A_MATTER:
        kind = access.OF_A_KIND.get(name, "arbitration")
        position = 1 if name in {"matters:manifest", "matters:content", "matters:timestamp"} else 2
        matter = world.once(settled if name == "mediation:settlement" else written, enterprise, kind)
        parts = matter.place | {"position": position, "uid": world.once(deadline, matter).uid}
        return {part: parts[part] for part in EVERYTHING[name].parts}
    if name in access.OF_A_REQUEST:
        return {"enquiry": world.once(booked, enterprise).key}
    if name in access.OF_A_PAPER:
        return {"file": world.once(paper, enterprise)}
    return EVERYTHING[name].parts | {"key": enterprise.key}


def made_for(page: Page) -> Callable[[World, User, Page], dict[str, object]] | None:
    """What makes something of somebody’s for a page that is about one such thing; None for any other page."""
    if page.name in access.OF_A_FIRM:
        return spoken_for
    if page.name in access.OF_A_SIDE:
        return taken_part
    return trained if page.name.startswith("training:") and page.name in access.OF_A_PERSON else None


def spoken_for(world: World, person: User, page: Page) -> dict[str, object]:
    """A firm that a person speaks for."""
    firm = world.once(firm_of, person)
    named = {"slug": firm.slug, "group": "firm"}
    return page.parts | {part: named[part] for part in page.parts if part in named}


def taken_part(world: World, person: User, page: Page) -> dict[str, object]:
    """A matter in which somebody is a side."""
    kind = "mediation" if page.name.startswith("mediation:") else ""
    return page.parts | {"served": world.once(served, person, kind).key}


def trained(world: World, person: User, page: Page) -> dict[str, object]:
    """A certificate of somebody, or a session in which they have a place."""
    certificate = world.once(certified, person)
    session = certificate.enrolment.session
    named = {"slug": session.course.slug, "session": session.slug, "certificate": certificate.number}
    return {part: named[part] for part in page.parts}


def _both(mine: User, theirs: User) -> tuple[tuple[str, User], ...]:
    return ("ours", mine), ("theirs", theirs)


def _sides(world: World) -> tuple[tuple[str, Enterprise], ...]:
    return ("ours", world.ours), ("theirs", world.theirs)
