# make demo   the worked dossier, from a fresh machine to a report
# make test   every test
# make check  all that CI runs: format, lint, types, import contract, tests, documentation
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test check format browser clean

demo: $(READY)
	@$(BIN)/secondsource check . --demo

test: $(READY) browser
	$(BIN)/pytest -q -n auto --dist loadfile

check: $(READY) browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q -n auto --dist loadfile

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# One environment, made again only when what it is made from has changed.
$(READY): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --group dev --editable ".[ingest]"
	@touch $@

# The report's tests drive a real browser: Debian's Chromium, where it can be had.
browser:
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	  else echo "chromium is not installed: the browser tests will be skipped (apt-get install chromium)"; fi; }

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache build dist
