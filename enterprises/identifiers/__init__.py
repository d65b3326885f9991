"""The numbers registers and tax offices give to enterprises: which there are, and whether one typed can be right.

Pure functions, without a database. Whether a number was ever given to anybody only its register can say.
"""
