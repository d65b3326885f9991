"""What people are told, on its way, and how they want it."""

from portal.notices.models.delivery import Delivery
from portal.notices.models.notice import Notice
from portal.notices.models.preference import Preference, QuietHours

__all__ = ["Delivery", "Notice", "Preference", "QuietHours"]
