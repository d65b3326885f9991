"""Whether a file is what it says and holds nothing else; knows neither Django nor the database.

Hostile files are opened here, in a process of their own with little memory and little time (`__main__.py`). It runs in
the folder above, and imports are relative, so that it need not load the portal first: that takes as long as the check.
"""
