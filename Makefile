# `make run` and `make test` do everything on a machine with Python 3.11+ and make.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
export PORT

.DEFAULT_GOAL := help
.PHONY: help setup run test lint lock clean

help: ## Show what make can do
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/'

.venv/installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed.") if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/installed-test: .venv/installed requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

var/secret-key:
	@mkdir -p var
	@umask 077 && $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(64))' > $@

# The list of what was collected, which collectstatic writes last.
staticfiles/staticfiles.json: .venv/installed $(shell find static -type f) | var/secret-key
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@

setup: .venv/installed var/secret-key staticfiles/staticfiles.json ## Environment, database, content and static files
	@$(MANAGE) set_up

run: .venv/installed var/secret-key staticfiles/staticfiles.json ## Everything, then the site on http://127.0.0.1:$(PORT)
	@$(MANAGE) set_up --editor
	@$(MANAGE) export_open_data >/dev/null
	@echo "The site is on http://127.0.0.1:$(PORT)/ - stop it with Ctrl-C."
	@$(BIN)/python -m innovkb.serve

lint: .venv/installed-test var/secret-key ## Style, types and templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint templates --check --lint

test: lint ## Lint, types, and the whole suite on SQLite and PostgreSQL
	$(BIN)/python -m pytest --database sqlite
	$(BIN)/python -m pytest --database postgresql

lock: ## Pin the dependencies of pyproject.toml with hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --group test -c requirements.txt pyproject.toml -o requirements-test.txt

clean: ## Remove what make made, except the database
	rm -rf .venv staticfiles .pytest_cache .mypy_cache .ruff_cache
