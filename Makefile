# Every target sets up what it needs: a virtual environment in .venv with the packages of requirements.lock.
# Needed beforehand: Python 3.11 or later with its venv module, and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := examples/river-towns.txt

.DEFAULT_GOAL := help
.PHONY: help demo test check soak bench lock readme docs picture format clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

demo: $(READY) ## code an example article and show its incidents, on the terminal and as a page
	@mkdir -p out
	@$(BIN)/dateline code $(DEMO) --format table
	@$(BIN)/dateline report $(DEMO) -o out/demo.html
	@echo "The same article as a page, every value linked to its words:  out/demo.html"
	@echo "Your own article:  $(BIN)/dateline code ARTICLE.txt"

test: $(READY) ## run the tests
	$(BIN)/python -m pytest

check: $(READY) ## everything that must hold before a change lands
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports
	$(BIN)/dateline check
	$(BIN)/python -m pytest

soak: $(READY) ## kill ingest, merge and migration 100 times each, in SQLite and PostgreSQL
	DATELINE_SOAK=100 $(BIN)/python -m pytest tests/contracts/test_kill_contract.py

bench: $(READY) ## measure speed, memory and growth on one core
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python benchmarks/linear.py
	$(BIN)/python benchmarks/merge.py
	$(BIN)/python benchmarks/ingest.py
	$(BIN)/python benchmarks/desk.py

lock: ## pin every package anew, within the ranges of pyproject.toml
	@if command -v uv >/dev/null; then uv=uv; else \
	  $(PYTHON) -m venv out/lock && out/lock/bin/python -m pip install --quiet uv && uv=out/lock/bin/uv; fi; \
	$$uv pip compile pyproject.toml --extra dev --extra html --extra web --extra merge --extra parquet --extra postgres --extra serve --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --upgrade --quiet \
	  --custom-compile-command "make lock" -o requirements.lock

readme: $(READY) ## run the commands of README.md and write down what they print
	$(BIN)/python -m tools.readme --write

docs: $(READY) ## make docs/codebook.md from the ontology and the codebooks
	$(BIN)/python -m tools.codebook --write

picture: $(READY) ## make docs/report.png; needs Chromium
	@mkdir -p out
	$(BIN)/dateline report $(DEMO) -o out/demo.html
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1280,1440 \
	  --screenshot=docs/report.png "file://$(CURDIR)/out/demo.html"

format: $(READY) ## lay the code out
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## remove what these targets made
	rm -rf $(VENV) out dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "dateline needs Python 3.11 or later; name one with: make PYTHON=python3.11 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo "Python's venv module is missing; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "Setting up $(VENV) (once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q $(VENV)/lib src >/dev/null 2>&1 || true
	@touch $@
