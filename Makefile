# make run          the app on http://127.0.0.1:8501, with everything it needs
# make test         style and types, and the whole test suite, browser included, in two processes of one thread each
# make quick        the same without what takes long (marked slow): networks, browsers, trainings
# make mutants      small faults in the code that decides, and how many of them its tests find; some minutes
# make wheel        wheel and sdist in dist/
# make wheel-check  the wheel in an empty environment: a sample analyzed, the app started; some minutes
# make licenses     the licenses of all that is installed; fails where one is not allowed
# make audit        asks over the network for known weaknesses in what the lock files name; fails where there is one
# make lock         writes both lock files anew from the requirements; what is in them stays, as far as it fits
PYTHON ?= python3.11
VENV ?= .venv
BIN := $(VENV)/bin
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command 'make lock'
AUDIT := $(BIN)/uv tool run pip-audit==2.10.1 --disable-pip --require-hashes -r requirements.lock -r requirements-dev.lock
COVERAGE := $(if $(CI),--cov)

.PHONY: run test quick install check browser mutants wheel wheel-check licenses audit lock clean

run: install
	$(BIN)/python -m forensics app

test: check browser
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(COVERAGE)

quick: check
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 -m 'not slow'

install: $(VENV)/.installed

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

browser:
	@command -v chromium >/dev/null && { command -v magick || command -v convert-im6.q16; } >/dev/null || \
		.ci/debian-packages 'for the tests in a browser and with another reader' chromium fonts-dejavu-core imagemagick

mutants: $(VENV)/.installed-dev
	$(BIN)/python -m docs.mutants $(MUTANTS)

wheel: $(VENV)/.installed-dev
	$(BIN)/python -m hatchling build

wheel-check: $(VENV)/.installed-dev
	$(BIN)/python -m docs.check_wheel

licenses: $(VENV)/.installed-dev
	$(BIN)/python -m docs.licenses

audit: $(VENV)/.installed-dev
	$(AUDIT)

lock: $(VENV)/.installed-dev
	$(LOCK) requirements.txt -o requirements.lock
	$(LOCK) requirements-dev.txt -c requirements.lock -o requirements-dev.lock

$(VENV)/.installed: requirements.lock
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || .ci/debian-packages 'to make its environment' python3.11-venv
	[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) dist .coverage .pytest_cache .ruff_cache .mypy_cache
