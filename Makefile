# `make demo` shows Via at work, `make test` proves it; `make` alone lists the rest.
# Nothing outside this directory is changed; DATABASE_URL and REDIS_URL, where set, win over the embedded servers.

unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME DJANGO_SETTINGS_MODULE PYTHONDONTWRITEBYTECODE

PYTHON = .venv/bin/python
DEV = $(PYTHON) manage.py dev
# The tests' own state: servers of their own, beside a running demo, without fsync.
INSIDE = VIA_STATE=.via/test $(DEV) --only postgres,redis --throwaway
# Three for two cores: many tests wait for processes they started.
PYTEST_ARGS = -n 3 --dist loadfile --no-loadscope-reorder

.NOTPARALLEL: # the tests and the check of the migrations use the same servers
.PHONY: help setup setup-dev demo test test-full check lint migrations-check bench docs lock clean wipe

help:
	@echo "make demo        Via with sample articles, until Ctrl-C (DEMO_EXIT=1: print what it found and end)"
	@echo "make test        the test suite, with a real PostgreSQL and Redis"
	@echo "make test-full   the same with the long doses"
	@echo "make check       format, lint, types, imports, migrations, tests: what CI runs"
	@echo "make bench       the benchmarks, one JSON line each (BENCH_ARGS=--million: at full size too)"
	@echo "make docs        draw the sample articles as they are read, and take pictures of the desk (needs chromium)"
	@echo "make setup       .venv with what Via needs (demo and test do this too)"
	@echo "make lock        compile requirements/*.in to *.txt with hashes (needs uv)"
	@echo "make clean       remove .venv, caches and the tests' database"
	@echo "make wipe        clean, and remove the local database in .via too"

setup:
	@requirements/install base

setup-dev:
	@requirements/install dev

demo: setup
	@$(DEV) $(if $(filter-out 0,$(DEMO_EXIT)),--exec,--then) "python manage.py demo"

test: setup-dev
	@$(INSIDE) --exec 'python -m pytest -m "not full" $(PYTEST_ARGS)'

test-full: setup-dev
	@$(INSIDE) --exec 'python -m pytest $(PYTEST_ARGS)'

check: lint migrations-check test

lint: setup-dev
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports

migrations-check: setup-dev
	$(INSIDE) --quiet --exec "python manage.py makemigrations --check --dry-run"

bench: setup-dev
	@requirements/install bench || echo "bench: goes on without the peers of requirements/bench.txt" >&2
	@$(INSIDE) --exec "python -m tests.benchmarks $(BENCH_ARGS)"

docs: setup-dev
	$(PYTHON) manage.py show --samples > docs/samples.html
	rm -rf .via/docs && VIA_STATE=.via/docs $(DEV) --throwaway --exec 'python manage.py demo >&2 && python -m tests.screenshots docs/desk'; \
		code=$$?; rm -rf .via/docs; exit $$code

COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(LOCK_ARGS)

lock:
	@uv --version >/dev/null 2>&1 || { echo "make lock needs uv: see https://docs.astral.sh/uv/" >&2; exit 1; }
	$(COMPILE) requirements/base.in --output-file requirements/base.txt
	$(COMPILE) requirements/dev.in --output-file requirements/dev.txt
	$(COMPILE) requirements/bench.in --output-file requirements/bench.txt

clean:
	rm -rf .venv .via/test .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache staticfiles
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

wipe: clean
	@if [ -e .via/lock ] && command -v flock >/dev/null && ! flock --nonblock .via/lock true; then \
		echo "Via runs here (process $$(cat .via/lock)): stop it first." >&2; exit 1; fi
	rm -rf .via
