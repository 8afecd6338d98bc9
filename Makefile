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

.PHONY: package test verify check readme quality release lock help

package: $(VENV)/installed
	@$(BIN)/python -m build

test: $(VENV)/installed-dev
	@$(BIN)/python -m pytest

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

# The build's precision and recall on the articles of tests/gold, for the package's README.
quality: $(VENV)/installed-dev
	@$(BIN)/python -m tests.quality $(or $(DAY),$(shell date +%F))

# Needs uv. Keeps the versions that are locked already; `make lock UPGRADE=--upgrade` takes the newest.
lock:
	$(LOCK) $(UPGRADE) --python-version 3.11 pyproject.toml --output-file requirements.txt
	$(LOCK) $(UPGRADE) --python-version 3.11 pyproject.toml --group dev --constraint requirements.txt \
		--output-file requirements-dev.txt
	$(LOCK) $(UPGRADE) --python-version 3.12 .ci/validators.in --output-file .ci/validators.txt
	for tool in browser cffconvert datacite croissant loading; do \
		$(LOCK) $(UPGRADE) --python-version 3.11 .ci/$$tool.in --output-file .ci/$$tool.txt || exit 1; done

help:
	@echo 'make          build datapackage/ from seeds/'
	@echo 'make test     run every test'
	@echo 'make verify   say whether datapackage/ is what seeds/ gives, to the byte'
	@echo 'make check    lint, format and type check'
	@echo 'make quality  measure precision and recall on the articles of tests/gold anew'
	@echo 'make readme   write anew what README.md, CITATION.cff and others have from the metadata and the schemas'
	@echo 'make release VERSION=x.y.z   make a release: check, archive in dist/, changes.csv, CHANGELOG.md, every version'
	@echo 'make lock     compile the locked requirements anew'

$(VENV)/installed: requirements.txt | $(VENV)/ready
$(VENV)/installed-dev: requirements-dev.txt | $(VENV)/ready
$(VENV)/installed $(VENV)/installed-dev:
	@echo 'Installing $< into $(VENV) …'
	@$(INSTALL) --requirement $<
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
