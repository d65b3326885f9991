"""A law to take away: one edition in one or more languages as text, JSON, Akoma Ntoso, DOCX or PDF.

Writers are pure: they turn a `Document` into bytes and know neither database nor request.
"""
