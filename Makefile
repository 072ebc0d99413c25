# Everything runs in a virtual environment of its own; Python 3.11 or newer is all that is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# peers that ask for an older lxml than they need; what else they ask for is in [bench]
PEERS := dh-utils leidenmark==0.2.2 standoffconverter==0.9.1

.PHONY: demo test lint schema bench clean

demo: $(VENV)/demo.stamp
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh samples/demo.sh

test: $(VENV)/test.stamp
	$(BIN)/python -m pytest

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

schema: $(VENV)/test.stamp
	$(BIN)/tei-cable schema build

# a table beside the peers goes to docs/benchmarks.md; what is slow to measure is printed only
bench: $(VENV)/bench.stamp
	$(BIN)/python benchmarks/table.py --documents 100 --write docs/benchmarks.md
	$(BIN)/python benchmarks/brackets.py --least 500 --doublings 2
	$(BIN)/python benchmarks/recognition.py --doublings 2
	$(BIN)/python benchmarks/convert.py --sizes 4 100 200 400
	$(BIN)/python benchmarks/validate.py
	$(BIN)/python benchmarks/archive.py --documents 2000 --folder $(VENV)/archive --timeout 20 --large 1

clean:
	rm -rf $(VENV) .cache build dist

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo.stamp: pyproject.toml | $(BIN)/python
	$(PIP) install --editable .
	$(BIN)/python -m compileall -q tei_cable
	@touch $@

$(VENV)/test.stamp: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[test]'
	@touch $@

$(VENV)/dev.stamp: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[dev]'
	@touch $@

$(VENV)/bench.stamp: pyproject.toml | $(BIN)/python
	$(PIP) install --editable '.[bench]'
	$(PIP) install --no-deps $(PEERS)
	@touch $@
