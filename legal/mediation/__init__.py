"""Mediation: two sides, a mediator whom both have agreed to, and a settlement that both confirm word by word."""
