"""Whether a file is what it says and holds nothing else; knows neither Django nor the database.

Hostile files are opened here, in a process of their own with little memory and little time (`__main__.py`).
"""
