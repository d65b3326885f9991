"""How fast the portal is on this machine: `make bench` measures, prints a table, and writes docs/benchmarks.md."""
