"""The block of dates of a national file: when the law was adopted, amended and brought into force, and by what."""

import datetime
import re
from dataclasses import dataclass
from typing import Final

from legal.laws.numbering import DIGITS
from legal.laws.parsing.dates import chinese_days_in

IN_FORCE_AFTER: Final = re.compile(r"起?(?:开始)?(?:施行|实施|生效|执行)")
IN_FORCE_AT_ONCE: Final = re.compile(r"(?:公布|发布|颁布|通过|批准|印发)(?:之日起|之日|并|后)?(?:施行|实施|生效|执行)")
PUBLISHED: Final = re.compile(r"公布|发布|颁布|印发|公告")
AMENDED: Final = re.compile(r"修正|修改|修订")
# 修订 without a decision that amends is a whole law anew, with its own clause of commencement.
BY_DECISION: Final = re.compile(r"决定|命令|令第.{1,6}号.{0,4}修|废止")
DECISION: Final = re.compile(r"《(?P<name>(?:[^《》]|《[^《》]*》)*)》[^《》，。；）)\d]{0,8}(?:修正|修订|修改)")
QUOTED: Final = re.compile(r"《(?:[^《》]|《[^《》]*》)*》|〈[^〈〉]*〉")
ORDER: Final = re.compile(
    r"((?:中华人民共和国)?(?:国务院|主席|[一-鿿]{2,20}(?:部|局|委员会|总局|署)))?令\s?第?\s?([0-9一二三四五六七八九十百零〇]+)\s?号"
)

# Two chambers pass a law within weeks, a province approves a city's within months; what is later is another wording.
LONGEST_PASSAGE: Final = datetime.timedelta(days=180)
LONGEST_ADOPTION: Final = datetime.timedelta(days=550)


@dataclass(frozen=True, slots=True)
class Event:
    """One day of the header and what happened on it."""

    day: datetime.date
    words: str

    @property
    def is_commencement(self) -> bool:
        """Whether the law came into force on that day, and nothing else happened."""
        return bool(IN_FORCE_AFTER.match(self.words))

    @property
    def commences_at_once(self) -> bool:
        """Whether the law was published or adopted and in force on the same day."""
        return bool(IN_FORCE_AT_ONCE.search(self.words)) and not self.is_commencement

    @property
    def is_amendment(self) -> bool:
        """Whether the law was amended or revised on that day."""
        return bool(AMENDED.search(self.words))

    @property
    def is_revision(self) -> bool:
        """Whether the whole law was adopted anew on that day."""
        return self.is_amendment and "修订" in self.words and not BY_DECISION.search(self.words)

    @property
    def is_publication(self) -> bool:
        """Whether the law was published on that day."""
        return bool(PUBLISHED.search(self.words)) and not self.is_commencement


@dataclass(frozen=True, slots=True)
class Header:
    """What the block of dates tells, in the order it is printed."""

    events: tuple[Event, ...]
    number: str

    @property
    def adoptions(self) -> tuple[Event, ...]:
        """Adoptions, approvals, publications and amendments: every event but the coming into force."""
        return tuple(event for event in self.events if not event.is_commencement)

    @property
    def first_adopted(self) -> datetime.date | None:
        """The day on which the law itself was adopted: the first line's."""
        return self.adoptions[0].day if self.adoptions else None

    @property
    def last_adopted(self) -> datetime.date | None:
        """The day of the last adoption or amendment the header names."""
        return max((event.day for event in self.adoptions), default=None)

    @property
    def last_amendment(self) -> Event | None:
        """The latest amendment or revision, if there was any."""
        return max((e for e in self.adoptions if e.is_amendment), key=lambda event: event.day, default=None)

    @property
    def amended_by(self) -> str:
        """The decision that made the last amendment, "" where the header names none."""
        names = list(DECISION.finditer(self.last_amendment.words)) if self.last_amendment else []
        return names[-1]["name"] if names else ""

    @property
    def is_amended(self) -> bool:
        """Whether this is a later wording; some headers only say that the law was adopted a second time."""
        if self.last_amendment:
            return True
        passed = [event.day for event in self.adoptions if "通过" in event.words]
        days = [event.day for event in self.adoptions]
        return _span(passed) > LONGEST_PASSAGE or _span(days) > LONGEST_ADOPTION

    @property
    def commencements(self) -> tuple[datetime.date, ...]:
        """The days the header says some wording of the law came into force."""
        return tuple(e.day for e in self.events if e.is_commencement or e.commences_at_once)


def header_of(text: str) -> Header:
    """Reads the block of dates; lines broken in mid-sentence are read as one."""
    flat = re.sub(r"\s+", "", text).translate(DIGITS)
    # Days within the title of a decision are not days of this law.
    bare = QUOTED.sub(lambda match: "《" + "·" * (len(match[0]) - 2) + "》", flat)
    days = list(chinese_days_in(bare))
    events = [
        Event(day, flat[end : days[i + 1][0] if i + 1 < len(days) else len(flat)])
        for i, (_, end, day) in enumerate(days)
    ]
    return Header(tuple(events), _number(flat))


def _span(days: list[datetime.date]) -> datetime.timedelta:
    return max(days) - min(days) if days else datetime.timedelta(0)


def _number(flat: str) -> str:
    match = ORDER.search(flat)
    return match[0].lstrip("的") if match else ""
