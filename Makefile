# make run: ask the reports in corpus/ at http://127.0.0.1:8000
# make test: everything, the browser tests too

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Neither command needs the network at run time; these keep libraries from trying.
export HF_HUB_OFFLINE = 1
export TOKENIZERS_PARALLELISM = false

.PHONY: run test check ingest openapi widget screenshots clean

run: $(VENV)/.installed
	@$(BIN)/python -m ingest || echo "What could not be read is named above; the rest is served."
	@$(BIN)/python -m bot

test: $(VENV)/.installed-dev
	@PATH="$(CURDIR)/$(BIN):$$PATH" scripts/test

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

ingest: $(VENV)/.installed
	$(BIN)/python -m ingest

openapi: $(VENV)/.installed-dev
	PYTHONPATH=. $(BIN)/python scripts/openapi

# Needs Node.js: builds widget.js and panel.js from their sources.
widget:
	scripts/widget

screenshots: $(VENV)/.installed-dev
	PYTHONPATH=. $(BIN)/python scripts/screenshots

$(VENV)/.installed: pyproject.toml constraints.txt
	@PYTHON="$(PYTHON)" scripts/install $(VENV) .
	@touch $@

# It has all of the other: who runs the tests first installs once.
$(VENV)/.installed-dev: pyproject.toml constraints.txt
	@PYTHON="$(PYTHON)" scripts/install $(VENV) ".[dev]"
	@touch $(VENV)/.installed $@

clean:
	rm -rf $(VENV) data
