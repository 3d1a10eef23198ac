# Two commands matter: `make demo` and `make test`. Everything is installed into .venv, once for each state of the lock files.
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
# a worker that has nothing left takes over what another one has not begun
TESTS := $(VENV)/bin/pytest -n $(WORKERS) --dist worksteal
CODE := bot handlers shnor_domain scheduler tests docs

# The first Python on the path that is new enough and can make virtual environments; `make demo PYTHON=…` overrides.
PYTHON = $(shell for python in python3.12 python3.13 python3.11 python3.14 python3 python; do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1 \
	&& { command -v $$python; break; }; done)
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet
PIP_COMPILE = $(BIN)/pip-compile --quiet --generate-hashes --no-strip-extras --allow-unsafe --build-deps-for editable \
	--no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

# Tests start some hundred processes: each would compile everything anew where the environment forbids to keep that.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo install install-dev test check long format lint types imports migrations cover bench lock clean

help:
	@echo 'make demo      a local chat page with sample people: install once, start, print the address'
	@echo 'make test      install what tests need, run them all'
	@echo 'make check     what CI runs: format, lint, types, import contracts, migrations, tests'
	@echo 'make format    put the code in the house format'
	@echo 'make long      the walks by chance, four times as long as in make check, another year of plans, four half-years of the seminar, other two weeks, a mailing to 5,000, all kills, lost guards of queues on PostgreSQL too'
	@echo 'make cover     tests with branch coverage'
	@echo 'make bench     what the bot achieves, beside its goals (BENCH="pace answers memory ticks planning laying mailing recipients classify risk seminar" for some of it)'
	@echo 'make lock      resolve the dependencies anew into the lock files'

demo: $(VENV)/.core
	@$(BIN)/shnor-bot demo

install: $(VENV)/.core

install-dev: $(VENV)/.dev

test: $(VENV)/.dev
	$(TESTS)

check: $(VENV)/.dev
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory migrations
	$(TESTS)

# The migrations build a database from nothing, and the tables in code are what they build.
migrations: $(VENV)/.dev
	@dir=$$(mktemp -d); export SHNOR_DATABASE_URL="sqlite+aiosqlite:///$$dir/check.sqlite3"; \
	$(BIN)/shnor-bot migrate && $(BIN)/shnor-bot migrate --check; code=$$?; rm -rf "$$dir"; exit $$code

format: $(VENV)/.dev
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

long: $(VENV)/.dev
	LONGER_WALKS=4 $(TESTS) tests/conversations/test_hostile_words.py \
		tests/conversations/test_hostile_lengths.py tests/conversations/test_reference_hostile.py \
		tests/conversations/test_forged_taps.py tests/conversations/plan_year tests/conversations/seminar_year tests/end_to_end/mailing \
		tests/end_to_end/two_weeks tests/end_to_end/crashes tests/end_to_end/test_kill.py \
		tests/end_to_end/test_races_over_http.py tests/storage/consultations/test_waitlist_walk.py \
		tests/storage/consultations/test_state_machine.py tests/storage/consultations/test_statistics.py \
		tests/storage/test_lived_sample.py --timeout 1200

cover: $(VENV)/.dev
	$(TESTS) --cov --cov-report=term-missing:skip-covered

# Figures, no tests: they say most on a machine that does nothing else.
bench: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks $(BENCH)

# Extras stay in the lock: `coverage[toml]>=7` of a plugin is not held by `coverage==7.17.3` when hashes are required, and the
# next release of coverage would stop every installation. Constraints must be bare, hence the copies.
lock: $(VENV)/.dev
	@dir=$$(mktemp -d); trap 'rm -rf "$$dir"' EXIT; set -e; \
	bare() { sed 's/^\([A-Za-z0-9._-]*\)\[[^]]*\]==/\1==/' "$$1" > "$$dir/$$1"; }; \
	$(PIP_COMPILE) --upgrade -o requirements.lock pyproject.toml; bare requirements.lock; \
	$(PIP_COMPILE) --upgrade --extra cluster -c "$$dir/requirements.lock" -o requirements-cluster.lock pyproject.toml; \
	bare requirements-cluster.lock; \
	$(PIP_COMPILE) --upgrade --extra cluster --extra dev -c "$$dir/requirements-cluster.lock" -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.* htmlcov
	find $(CODE) -name __pycache__ -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer with its venv module was not found.' \
		'On Debian: apt-get install python3 python3-venv. Elsewhere: make demo PYTHON=/path/to/python3.' >&2; exit 1; }
	@echo 'Creating $(VENV) with $(PYTHON)'
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/.core: requirements.lock pyproject.toml | $(BIN)/python
	@echo 'Installing what the bot needs (once, about a minute)'
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.core
	@echo 'Installing what tests and checks need (once, about a minute)'
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
