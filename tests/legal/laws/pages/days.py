from datetime import date

TODAY = date(2026, 11, 24)
LANGUAGES = ("zh-hans", "en", "ru")
