# On a fresh Debian or Ubuntu `make demo` and `make test` install what they need:
# QGIS and the libraries with apt-get, the tools of the tests in .venv/.

PACKAGES := qgis python3-qgis qgis-providers python3-gdal python3-numba \
	python3-rasterio python3-shapely python3-scipy python3-pyproj python3-pil \
	python3-venv python3-matplotlib python3-nbclient python3-ipykernel \
	python3-distributed xvfb git
PYTHON := /usr/bin/python3
QGIS_PYTHON := .venv/qgis/bin/python
CORE_PYTHON := .venv/core/bin/python
BENCH_PYTHON := .venv/bench/bin/python
LRELEASE := /usr/lib/qt5/bin/lrelease
RUFF := ruff==0.17.6
MYPY := mypy==2.4.1

export QT_QPA_PLATFORM ?= offscreen

.PHONY: help
help:  ## Show this list
	@sed -n 's/^\([a-z-]*\):.*  ## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

.PHONY: demo
demo: .venv/packages  ## Resample the world map into out/demo.png through QGIS
	$(PYTHON) tools/demo.py

.PHONY: test
test: test-core test-qgis  ## Run all tests, in both environments

.PHONY: test-qgis
test-qgis: .venv/qgis/ready  ## Run all tests in QGIS's Python
	$(QGIS_PYTHON) -m pytest

.PHONY: test-core
test-core: .venv/core/ready  ## Run the tests of core without QGIS, newest libraries
	$(CORE_PYTHON) -m pytest

.PHONY: test-matrix
test-matrix:  ## Run the tests in QGIS's Python on Debian 12, 13 and sid, as root
	@command -v debootstrap > /dev/null || { $(APT_GET) update; \
	    $(APT_GET) install --yes --no-install-recommends debootstrap; }
	$(PYTHON) tools/matrix.py $(DEBIAN)

.PHONY: differential
differential: .venv/core/ready  ## Compare 5000 random jobs with GridR, another seed each time
	$(CORE_PYTHON) tools/differential.py --jobs 5000

.PHONY: fuzz
fuzz: .venv/core/ready .venv/qgis/ready  ## Run 20000 random jobs, many of them wrong, and 2000 through the forms
	$(CORE_PYTHON) tools/fuzz.py --jobs 20000
	$(QGIS_PYTHON) tools/fuzz_forms.py --jobs 1000
	$(QGIS_PYTHON) tools/fuzz_grid_forms.py --jobs 1000

.PHONY: mutants
mutants: .venv/core/ready  ## Make 300 deliberate faults in core: the tests must notice each
	$(CORE_PYTHON) tools/mutants.py

.PHONY: bench
bench: .venv/bench/ready  ## Measure beside GridR, cv2, scipy, OTB; docs/benchmarks.*
	$(BENCH_PYTHON) -m benchmarks
	$(BENCH_PYTHON) -m benchmarks.report

.PHONY: tiers
tiers: .venv/core/ready  ## Compare 10000 random jobs by NumPy and by machine code
	$(CORE_PYTHON) tools/tiers.py --jobs 10000

.PHONY: lint
lint: .venv/core/ready  ## Check style, format and types, and for what Qt 6 lacks
	.venv/core/bin/ruff check
	.venv/core/bin/ruff format --check
	.venv/core/bin/mypy
	$(CORE_PYTHON) tools/qt6.py

.PHONY: docs
docs: .venv/packages  ## Renew the pages of the algorithms, all pictures, the guide
	$(PYTHON) tools/demo.py --readme
	$(PYTHON) tools/screenshots.py
	$(PYTHON) tools/pages.py
	$(PYTHON) tools/python_page.py
	$(PYTHON) tools/guide_run.py

.PHONY: models
models: .venv/packages  ## Renew the models that the plugin ships
	QT_HASH_SEED=0 $(PYTHON) tools/models.py

.PHONY: sample
sample: .venv/packages  ## Paint the sample that the plugin ships
	$(PYTHON) tools/sample_scene.py

.PHONY: translations
translations:  ## Renew the texts to translate, and what QGIS loads of them
	@test -x $(LRELEASE) || { $(APT_GET) update; \
	    $(APT_GET) install --yes --no-install-recommends qttools5-dev-tools; }
	$(PYTHON) tools/translations.py
	$(LRELEASE) -silent i18n/*.ts

.PHONY: zip
zip: .venv/core/ready  ## Pack what is committed as QGIS installs it: gridr_qgis.zip
	$(CORE_PYTHON) tools/pack.py

.PHONY: clean
clean:  ## Remove everything that make made
	rm -rf .venv out build docs/guide_files gridr_qgis.zip *.egg-info .*_cache .hypothesis .qgis-settings
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Set-up: each file stands for a step that is done.

APT_GET := $(if $(filter 0,$(shell id -u)),,sudo) env DEBIAN_FRONTEND=noninteractive \
	apt-get -o DPkg::Lock::Timeout=600

.venv/packages: Makefile
	@missing=$$(for name in $(PACKAGES); do \
	    dpkg-query -W -f='$${Status}' $$name 2>/dev/null | grep -q ' installed$$' \
	    || echo $$name; done); \
	test -z "$$missing" || { $(APT_GET) update; \
	    $(APT_GET) install --yes --no-install-recommends $$missing; }
	@mkdir -p $(@D) && touch $@

.venv/qgis/ready: .venv/packages tests/requirements.txt tests/requirements-qgis.txt
	$(PYTHON) -m venv --clear --system-site-packages $(@D)
	$(QGIS_PYTHON) -m pip install -qq -r tests/requirements-qgis.txt
	@touch $@

.venv/core/ready: REQUIRED := $(RUFF) $(MYPY) -r tests/requirements-core.txt
.venv/core/ready: tests/requirements.txt tests/requirements-core.txt
.venv/bench/ready: REQUIRED := -r benchmarks/requirements.txt
.venv/bench/ready: benchmarks/requirements.txt
.venv/core/ready .venv/bench/ready: .venv/packages pyproject.toml
	$(PYTHON) -m venv --clear $(@D)
	$(@D)/bin/python -m pip install -qq --upgrade pip 'setuptools>=77'
	$(@D)/bin/python -m pip install -qq --editable . $(REQUIRED)
	@touch $@
