# Everything a person or a machine does with the checkout. 'make run' needs git, make, gcc and python3 (3.11+) with venv.
PYTHON ?= python3
SHARED ?= ../shared
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH := .venv-bench
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run site test fuzz faults lint integration score calibration weights bench bench-fetch bench-alerts bench-reading bench-flow bench-reextract bench-warehouse lock clean
.DEFAULT_GOAL := run

# the whole job over the bundled sample site
run: $(READY)
	@$(BIN)/duban run --sample

# a city of bureaus in every family, to visit and to break: what to type is printed
site: $(READY)
	@$(BIN)/python -m tests.site data/site

test: $(READY)
	$(BIN)/pytest -m "not integration" -n auto --dist loadfile

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# the short fuzz of 'make test', at length: about ten minutes for 5000 examples of each property
fuzz: $(READY)
	FUZZ_EXAMPLES=$(or $(FUZZ_EXAMPLES),5000) $(BIN)/pytest --hypothesis-profile=fuzz --hypothesis-show-statistics \
	  tests/extraction/test_fuzz.py tests/connectors/readers/test_fuzz.py tests/connectors/readers/test_fuzz_files.py

# what starts a Prefect server or another program, and the whole job over a site; a skip here is a failure
integration: $(READY)
	$(BIN)/pytest -m integration -rs --no-skips -n auto --dist loadfile

# what goes wrong with the machine, at length: every fault, or FAULTS='killing'
faults: $(READY)
	$(BIN)/python -m tests.faults $(FAULTS)

# annotated reports from outside the project: make score SHARED=../shared
score: $(READY)
	$(BIN)/python $(SHARED)/gold/score.py $(SHARED)/gold/cases --run '$(BIN)/duban extract {file} --json {as_of}' \
	  --min-f1 0.95 --max-false-alarms 0 --max-missed 0 --max-faults 0

# whether confidences mean what they say, over the annotated reports of benchmarks/cases and variants of them
calibration: $(READY)
	$(BIN)/python -m benchmarks.calibration $(CALIBRATION_ARGS)

# the weights of extraction, learned anew from the annotated reports, paragraphs and test texts
weights: $(BENCH)/.ready
	$(BENCH)/bin/python -m benchmarks.learning $(WEIGHTS_ARGS)

# speed, memory and time against length, beside other readers: make bench BENCH_ARGS='--reports 100000 --chars 600'
bench: $(BENCH)/.ready
	$(BENCH)/bin/python -m benchmarks.extraction_speed $(BENCH_ARGS)

# fetching beside Scrapy: make bench-fetch BENCH_ARGS='--hosts 20 --reports 50'
bench-fetch: $(READY) $(BENCH)/.ready
	$(BIN)/python -m benchmarks.fetching --scrapy $(BENCH)/bin/python $(BENCH_ARGS)

# pages beside bare BeautifulSoup, which only builds its tree
bench-reading: $(READY)
	$(BIN)/python -m benchmarks.reading $(BENCH_ARGS)

# what Prefect adds to a run over 1,000 reports: make bench-flow BENCH_ARGS='--sources 5 --rounds 1'
bench-flow: $(READY)
	$(BIN)/python -m benchmarks.flow $(BENCH_ARGS)

# what a second worker gains over 20,000 archived reports: make bench-reextract BENCH_ARGS='--reports 2000'
bench-reextract: $(READY)
	$(BIN)/python -m benchmarks.flow_reextract $(BENCH_ARGS)

# 10,000 alerts for 500 recipients, one digest each, on loopback: make bench-alerts BENCH_ARGS='--recipients 100'
bench-alerts: $(READY)
	@$(BIN)/python -m benchmarks.alerts $(BENCH_ARGS)

# the warehouse at the size of a country: make bench-warehouse BENCH_ARGS='--scale 1 --folder /var/tmp'
bench-warehouse: $(READY)
	$(BIN)/python -m benchmarks.warehouse $(BENCH_ARGS)

# a place of its own: the locked one stays as it is; extraction itself needs nothing but Python
$(BENCH)/.ready: pyproject.toml
	@test -x $(BENCH)/bin/python || $(PYTHON) -m venv $(BENCH)
	@$(BENCH)/bin/python -m pip install --quiet 'pip>=25.1'
	@$(BENCH)/bin/python -m pip install --quiet --group bench
	@touch $@

# new versions of everything, with the hashes of every file that may be installed and without index addresses: what runs,
# with the extras that servers use, then what only tests need, at versions that fit the first
COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --upgrade --generate-hashes --no-annotate --no-header \
  --no-emit-index-url --no-emit-find-links
lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(COMPILE) pyproject.toml --extra dask --extra otel --output-file requirements.lock
	$(COMPILE) pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock \
	  $$(sed -nE 's/^([a-z0-9][a-z0-9._-]*)==.*/--no-emit-package \1/p' requirements.lock)
	@for part in 'requirements.lock What Duban runs on' 'requirements-dev.lock What only its tests need'; do \
	  set -- $$part; file=$$1; shift; \
	  { echo "# $$*, pinned with hashes; made by 'make lock' from pyproject.toml."; cat $$file; } > $$file.new && mv $$file.new $$file; \
	done

clean:
	rm -rf $(VENV) $(BENCH) build *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# the locks are whole, and nothing is resolved: an older pip (Debian 12 has 23.0) takes sqlalchemy[asyncio] for another package
# compiled once: without it every start of Prefect would compile some thousand files again where bytecode is not written
$(READY): requirements.lock requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "duban needs Python 3.11 or newer with venv (Debian: apt-get install python3-venv); set PYTHON=... to choose one" >&2; exit 1; }
	@echo "installing into $(VENV) (once)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock -r requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q -j 0 $(VENV)/lib > /dev/null || true
	@touch $(READY)
