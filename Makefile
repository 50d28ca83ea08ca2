# Needs Python 3.11, make and git; everything else comes from PyPI (and Debian, for the browser tests).
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# The interpreter itself: behind a shim (pyenv) uv finds it to be another one each time, and makes .venv anew.
PYTHON ?= $(shell $$(command -v python3.11 || command -v python3) -c 'import sys; print(sys.executable)')
UV := $(shell command -v uv || echo .uv/bin/uv)
PY := .venv/bin/python

export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export TF_ENABLE_ONEDNN_OPTS := 0
export UV_PYTHON_DOWNLOADS := never
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run train test test-postgres servers check bench-wegen bench-nlu bench-gevaar bench bench-stappen bench-widget bench-desk bench-schaal bench-voorraad sync browsers gereedschap clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

run: .venv/.loopt  ## start everything; Ctrl-C stops it
	@$(PY) -m bot.nlu.spacy_model
	@$(PY) -m bot.model
	@echo "De assistent start. Dat duurt een halve minuut."
	@exec $(PY) -m bot

# Compiled beforehand: a service that may write nowhere would else compile itself anew at each start.
train: .venv/.loopt  ## install, train the model when what it is made of changed, and compile all that runs
	@$(PY) -m bot.model
	@$(MAAK) --quiet --no-dev --inexact --compile-bytecode
	@$(PY) -m compileall -q actions bot loket

# Two at a time: most tests wait for a process, a browser or a clock. A file's tests share what is dear to start.
NAAST_ELKAAR := -n 2 --dist loadfile

test: sync browsers gereedschap servers  ## everything that must be green, its own set-up included
	@$(MAKE) --no-print-directory check
	@$(PY) -m bot.model
	@code=0; $(PY) -m pytest $(NAAST_ELKAAR) --cov=loket --cov=actions --cov=bot --cov-report=term --cov-report=xml || code=$$?; \
	$(MAKE) --no-print-directory test-postgres && exit $$code

# What writes, starts processes or talks; the rest (domain, texts, recognition, the widget) does not know that there is a
# database. test_reservekopie.py is about SQLite's files, test_snelheid.py about its plans.
test-postgres: sync servers  ## the tests that touch what is kept, again on PostgreSQL and Redis
	@TEST_OPSLAG=postgres $(PY) -m pytest $(NAAST_ELKAAR) tests/integration tests/conversation \
	  tests/browser/test_main_road.py tests/browser/test_desk.py tests/browser/test_messenger.py \
	  tests/deploy/test_proxy.py \
	  --ignore=tests/integration/kantoor/test_reservekopie.py \
	  --ignore=tests/integration/dossier/test_snelheid.py

check: sync  ## style and types, in a minute
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

bench-wegen: sync  ## how long the roads to an aanvraag are
	@$(PY) -m bench.wegen

bench-nlu: sync  ## how well it understands, beside the pipeline of `rasa init`
	@$(PY) -m bench.nlu

bench-gevaar: sync  ## how well it recognises danger
	@$(PY) -m bench.gevaar

bench: sync  ## what a turn costs, beside the same bot on stock Rasa (trains that one first: hours)
	@$(PY) -m bot.model
	@$(PY) -m bench.beurt

bench-stappen: sync  ## where the time of a turn goes, step by step
	@$(PY) -m bench.stappen

bench-widget: sync browsers  ## size and speed of the widget, beside deep-chat (needs npm)
	@$(PY) -m bench.widget

bench-schaal: sync servers  ## what the database can take, on SQLite and on PostgreSQL
	@$(PY) -m bench.schaal

bench-voorraad: sync servers  ## what grows with a million stored aanvragen, on PostgreSQL (an hour, 20 GB)
	@$(PY) -m bench.voorraad

bench-desk: sync  ## how fast the desk's list and search are with 100,000 aanvragen
	@$(PY) -m bench.desk

# Two sets: what runs, and with it what only developers use. Python compiles a module when it is first used,
# and keeps that: a quarter of the work of compiling everything beforehand, of which most is never used.
sync: .venv/.alles

# multidict has no wheel for this Python. Without a compiler and Python's headers it is made in plain Python: slower
# by a little, and make and git are enough.
MAAK := MULTIDICT_NO_EXTENSIONS=$$($(PYTHON) -c 'import os, shutil, sysconfig as s; \
  cc = shutil.which((s.get_config_var("CC") or "cc").split()[0]); \
  print("" if cc and os.path.exists(s.get_path("include") + "/Python.h") else "1")') $(UV) sync --locked --python $(PYTHON)

.venv/.loopt: pyproject.toml uv.lock | $(UV)
	@echo "De onderdelen halen en klaarzetten. De eerste keer duurt dat een minuut of meer."
	@$(MAAK) --quiet --no-dev --inexact
	@touch $@

.venv/.alles: pyproject.toml uv.lock | $(UV)
	@$(MAAK) --quiet
	@touch .venv/.loopt $@

.uv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' \
	  || { echo "Python 3.11 is needed (python3.11, or PYTHON=/path/to/python3.11)."; exit 1; }
	@echo "Eerst uv: dat haalt straks de onderdelen."
	@$(PYTHON) -m venv .uv \
	  || { echo "Python cannot make an environment. On Debian: apt-get install python3.11-venv"; exit 1; }
	@.uv/bin/python -m pip install --quiet --disable-pip-version-check uv

browsers:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || lacks="chromium"; \
	command -v firefox-esr >/dev/null || command -v firefox >/dev/null || lacks="$${lacks:-} firefox-esr"; \
	[ -z "$${lacks:-}" ] && exit; \
	if [ "$$(id -u)" = 0 ]; then als=""; elif sudo -n true 2>/dev/null; then als="sudo -n"; \
	else echo "The browser tests need browsers: apt-get install $$lacks"; exit 1; fi; \
	$$als apt-get update -qq && $$als apt-get install -y -qq --no-install-recommends $$lacks

gereedschap:  # what reads the files in deploy/ as it will be read for real
	@command -v nginx >/dev/null || lacks="nginx-light"; \
	command -v caddy >/dev/null || lacks="$${lacks:-} caddy"; \
	command -v promtool >/dev/null || lacks="$${lacks:-} prometheus"; \
	command -v systemd-analyze >/dev/null || lacks="$${lacks:-} systemd"; \
	[ -z "$${lacks:-}" ] && exit; \
	if [ "$$(id -u)" = 0 ]; then als=""; elif sudo -n true 2>/dev/null; then als="sudo -n"; \
	else echo "The tests of deploy/ need: apt-get install $$lacks"; exit 1; fi; \
	$$als apt-get update -qq && $$als apt-get install -y -qq --no-install-recommends $$lacks

servers:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || lacks="postgresql"; \
	command -v redis-server >/dev/null || lacks="$${lacks:-} redis-server"; \
	[ -z "$${lacks:-}" ] && exit; \
	if [ "$$(id -u)" = 0 ]; then als=""; elif sudo -n true 2>/dev/null; then als="sudo -n"; \
	else echo "The tests need servers: apt-get install $$lacks"; exit 1; fi; \
	$$als apt-get update -qq && $$als apt-get install -y -qq --no-install-recommends $$lacks

clean:  ## remove what was built; what people sent (var/) stays
	@rm -rf models .rasa results .coverage* coverage.xml .pytest_cache .mypy_cache .ruff_cache .hypothesis
