# `make` builds the data package from the seeds; `make test` runs every test. Both set themselves up in
# .venv and write nothing outside this folder.

VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install -qq --no-cache-dir --disable-pip-version-check --require-hashes
LOCK := uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes --no-emit-index-url \
	--custom-compile-command 'make lock'
FITS := import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))

export TMPDIR := $(CURDIR)/$(VENV)/tmp
export PYTHONNOUSERSITE := 1

.PHONY: package test verify check readme readings quality release kill hostile fuzz mutants bench lock help

package: $(VENV)/installed
	@$(BIN)/python -m build

test: $(VENV)/installed-dev
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile

verify: $(VENV)/installed
	@$(BIN)/python -m build verify

check: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# What the project's own files say of the package, from its metadata and the schemas.
readme: $(VENV)/installed-dev
	@$(BIN)/python -m tests.test_readme
	@$(BIN)/python -m tests.test_questions

# The day of the release is today unless it is given: `make release VERSION=x.y.z DATE=yyyy-mm-dd`.
DATE = $(shell date -u +%F)

release: $(VENV)/installed
	@$(BIN)/python -m build.release "$(VERSION)" --date "$(DATE)"

# How the numbers and times of the articles of tests/gold are read; read the difference before you commit it.
readings: $(VENV)/installed-dev
	@$(BIN)/python -m tests.test_readings

# The build's precision and recall on the articles of tests/gold, for the package's README.
quality: $(VENV)/installed-dev
	@$(BIN)/python -m tests.quality $(or $(DAY),$(shell date +%F))

# Tries the grammars with inputs that nobody thought of, MINUTES long; what breaks them is kept in tests/fuzz/found.
MINUTES = 5

fuzz: $(VENV)/fuzz
	@$(VENV)/fuzz/bin/python -m tests.fuzz $(MINUTES)

# Plants defects in a copy of numbers, times and reconcile, and says how many the tests find; SAMPLE='*[27]' plants
# one in five.
SAMPLE = *

mutants: $(VENV)/mutants
	@$(VENV)/mutants/bin/python -m tests.mutants $(CURDIR)/$(VENV)/tmp '$(SAMPLE)'

# Kills real builds at random moments, and at every call on the disk; see docs/reliability.md.
KILLS = 300

kill: $(VENV)/installed-dev
	@$(BIN)/python -m tests.reliability.kill --kills $(KILLS) --every-call

# Builds each kind of hostile seed in a process of its own and holds its time and memory against what is promised.
hostile: $(VENV)/installed-dev
	@$(BIN)/python -m tests.hostile.cost

# Every benchmark, and its tables in docs/performance.md; spaCy, which it measures beside, has its own environment.
SIZES = 1000 10000

bench: $(VENV)/installed-dev $(VENV)/spacy/installed
	@$(BIN)/python -m bench $(VENV)/spacy/bin/python $(SIZES)

# Needs uv. Keeps the versions that are locked already; `make lock UPGRADE=--upgrade` takes the newest.
lock:
	$(LOCK) $(UPGRADE) --python-version 3.11 pyproject.toml --output-file requirements.txt
	$(LOCK) $(UPGRADE) --python-version 3.11 pyproject.toml --group dev --constraint requirements.txt \
		--output-file requirements-dev.txt
	$(LOCK) $(UPGRADE) --python-version 3.12 .ci/validators.in --output-file .ci/validators.txt
	for tool in mutants fuzz; do \
		$(LOCK) $(UPGRADE) --python-version 3.11 .ci/$$tool.in --constraint requirements-dev.txt \
			--output-file .ci/$$tool.txt || exit 1; done
	for tool in browser cffconvert datacite croissant loading; do \
		$(LOCK) $(UPGRADE) --python-version 3.11 .ci/$$tool.in --output-file .ci/$$tool.txt || exit 1; done

help:
	@echo 'make          build datapackage/ from seeds/'
	@echo 'make test     run every test'
	@echo 'make verify   say whether datapackage/ is what seeds/ gives, to the byte'
	@echo 'make check    lint, format and type check'
	@echo 'make quality  measure precision and recall on the articles of tests/gold anew'
	@echo 'make readings record anew how the numbers and times of tests/gold are read'
	@echo 'make kill     kill builds at KILLS=300 random moments and at every call on the disk'
	@echo 'make hostile  build every kind of hostile seed and measure what it costs'
	@echo 'make readme   write anew what README.md, CITATION.cff and others have from the metadata and the schemas'
	@echo 'make fuzz MINUTES=n   try the grammars with inputs that nobody thought of'
	@echo 'make mutants  plant defects in the code and say how many the tests find (an hour)'
	@echo 'make release VERSION=x.y.z   make a release: check, archive in dist/, changes.csv, CHANGELOG.md, every version'
	@echo 'make bench    measure what the build costs, for docs/performance.md (some minutes)'
	@echo 'make lock     compile the locked requirements anew'

$(VENV)/installed: requirements.txt | $(VENV)/ready
$(VENV)/installed-dev: requirements-dev.txt | $(VENV)/ready
$(VENV)/installed $(VENV)/installed-dev:
	@echo 'Installing $< into $(VENV) …'
	@$(INSTALL) --requirement $<
	@touch $@

# Tools with an environment of their own, made anew when what they need changes.
$(VENV)/fuzz $(VENV)/mutants: $(VENV)/%: .ci/%.txt | $(VENV)/ready
	@echo 'Installing $< into $@ …'
	@$(BIN)/python -m venv --clear $@
	@$@/bin/python -m pip install -qq --no-cache-dir --disable-pip-version-check --require-hashes \
		--only-binary :all: --requirement $< || { rm -rf $@; exit 1; }
	@touch $@

$(VENV)/spacy/installed: tests/oracle/requirements.txt | $(VENV)/ready
	@echo 'Installing $< into $(VENV)/spacy …'
	@$(BIN)/python -m venv --clear $(VENV)/spacy
	@$(VENV)/spacy/bin/python -m pip install -qq --no-cache-dir --disable-pip-version-check --require-hashes -r $<
	@touch $@

# An environment that is there and fits is kept.
$(VENV)/ready:
	@if ! $(BIN)/python -c '$(FITS)' 2>/dev/null || ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
		found=; \
		for python in $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python); do \
			if "$$python" -c '$(FITS)' 2>/dev/null; then found="$$python"; break; fi; \
		done; \
		if [ -z "$$found" ]; then \
			echo 'No Python 3.11, 3.12 or 3.13 with venv was found: install one, or name it: make PYTHON=/path/to/python3' >&2; \
			exit 1; \
		fi; \
		echo "Making $(VENV) with $$("$$found" --version) …"; \
		"$$found" -m venv --clear $(VENV); \
	fi
	@mkdir -p $(VENV)/tmp
	@touch $@
