# `make demo` and `make test` are all a fresh machine needs; both make .venv themselves.
PYTHON ?= python3
BIN := .venv/bin

# Qt wants UTF-8 and warns where it is not.
ifneq ($(filter C POSIX,$(LC_ALL)),)
export LC_ALL := C.UTF-8
endif

.PHONY: setup demo run test check lint types contracts bench bench-scale screenshots clean

setup: .venv/ready

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python tools/linux_libraries.py
	$(BIN)/python -m compileall -q src
	touch $@

demo: setup
	$(BIN)/python tools/demo.py

run: setup
	$(BIN)/python -m annotator

test: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --dist loadfile

check: lint types contracts test

lint: setup
	$(BIN)/ruff check src tests tools
	$(BIN)/ruff format --check src tests tools

types: setup
	$(BIN)/mypy

contracts: setup
	$(BIN)/lint-imports

bench: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.bench.run

bench-scale: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.bench.run --scale

screenshots: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.screenshots

clean:
	rm -rf build .venv
