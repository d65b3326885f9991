# make demo   the whole portal on this machine
# make test   all that is checked before a change is taken
# make audit  known holes in what is installed; asks the index of Python's packages
# make faults notices and matters while what takes part is killed, emptied or away
# make bench  how fast it is on this machine, written to docs/benchmarks.md
# make crowd  150,000 made-up enterprises and 500,000 members into the portal of this machine
.DEFAULT_GOAL := help
.PHONY: help venv venv-dev demo test programs lint catalogues messages bench crowd faults audit requirements
.NOTPARALLEL:

SHELL := /bin/sh
BIN := .venv/bin
PORT ?= 8000
TEST_PROCESSES ?= 2
COVERED := var/covered.json
ENTERPRISES ?= 150000
MEMBERS ?= 500000
# Commands that ask no server: with addresses given, none is started for them.
ALONE := SECRET_KEY=none DATABASE_URL=postgresql:///none REDIS_URL=redis://localhost HTTPS=no
# A machine may forbid it, as those that test often do; then each of hundreds of processes compiles our code anew.
unexport PYTHONDONTWRITEBYTECODE
IGNORED := --ignore '.venv/*' --ignore 'var/*' --ignore 'tests/*' --ignore 'docs/*'

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

venv:
	@scripts/make-venv requirements.txt

venv-dev:
	@scripts/make-venv requirements-dev.txt

# The supervisor takes the place of the shell, so that a signal to it is a signal to nobody else.
demo: venv
	@exec $(BIN)/python manage.py demo --port $(PORT)

test: venv-dev programs lint catalogues
	@echo "== Tests"
	@mkdir -p var
	@$(BIN)/python -m slipcover --json --out $(COVERED) -m pytest -n $(TEST_PROCESSES)
	@$(BIN)/python -m slipcover --fail-under 100 --out $(COVERED) --merge $(COVERED)

programs:
	@echo "== Programs"
	@scripts/require-programs chromium-headless-shell=chromium-headless-shell msgfmt=gettext xgettext=gettext clamd=clamav-daemon

lint: venv-dev
	@echo "== Format"
	@$(BIN)/ruff format --check .
	@echo "== Style and errors"
	@$(BIN)/ruff check .
	@git ls-files '*.py' | xargs $(BIN)/django-upgrade --target-version 5.2 --check
	@echo "== Holes in what we write"
	@$(BIN)/bandit --quiet --recursive --configfile pyproject.toml manage.py portal enterprises legal
	@echo "== Types"
	@$(BIN)/mypy
	@echo "== Who imports whom"
	@$(BIN)/lint-imports
	@echo "== Templates"
	@$(BIN)/djlint --lint templates
	@$(BIN)/djlint --check templates

catalogues: venv-dev programs
	@echo "== Catalogues"
	@for catalogue in locale/*/LC_MESSAGES/*.po; do msgfmt --check --output-file=/dev/null $$catalogue || exit 1; done
	@$(ALONE) $(BIN)/python manage.py compile_catalogues
	@$(ALONE) $(BIN)/python manage.py check_catalogues

# Brings the catalogues up to the messages in the code; the translations are then written by hand.
messages: venv-dev programs
	@$(ALONE) $(BIN)/python manage.py makemessages --all --no-location --no-obsolete --no-wrap $(IGNORED)

audit: venv-dev
	@for file in requirements.txt requirements-dev.txt; do \
		$(BIN)/pip-audit --requirement $$file --disable-pip --require-hashes --strict || exit 1; \
	done

bench: venv
	@$(BIN)/python -m tests.bench

# Beside a demonstration that runs, or before it: `make crowd ENTERPRISES=1000 MEMBERS=4000` for fewer.
crowd: venv
	@$(BIN)/python -m tests.bench.fill --enterprises $(ENTERPRISES) --members $(MEMBERS)

faults: venv-dev
	@$(BIN)/python -m tests.faults
	@INTERLEAVINGS=100 $(BIN)/python -m pytest -q tests/legal/matters/test_interleavings.py
	@$(BIN)/python -m tests.faults.matters

requirements: venv-dev
	@for kind in "" "-dev"; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
			--no-emit-index-url --no-emit-find-links $${kind:+--group dev} pyproject.toml \
			--output-file requirements$$kind.txt || exit 1; \
	done
