# make site   installs what building needs, builds chancery, turns Content/ into packs/ and Public/
# make test   installs the checkers too, and runs every test and gate
# make bench  installs Hugo too, measures chancery against its budgets, and writes BENCHMARKS.md;
#             make bench BENCH=--large takes 10,000 briefs too, make bench BENCH="--briefs 100" is a trial

SHELL := /bin/sh
chancery := .build/release/chancery
python := .venv/bin/python
# The Swift runtime goes into the binary, so that it runs where there is no toolchain; symbols do not.
release := -c release --static-swift-stdlib --product chancery -Xlinker -s

.PHONY: site test bench format setup binary unit lint commonmark packs same gates seeded program own-templates docs clean

site: setup binary
	$(chancery) pack
	$(chancery) build

setup:
	sh Tests/setup.sh site

binary: setup
	swift build $(release)

# The order is that of what fails soonest.
test: test-setup binary lint unit commonmark program packs same gates seeded own-templates docs
	@echo "all passed"

.PHONY: test-setup
test-setup:
	sh Tests/setup.sh test

lint: test-setup
	swift format lint --strict --recursive Package.swift Sources Templates Tests

unit: test-setup binary
	swift test

commonmark: binary
	$(python) Tests/Site/commonmark.py $(chancery)

# The program as a whole: exit codes, output folders, fixtures built, changed and built again.
program: test-setup binary
	$(python) -m unittest discover --start-directory Tests/Program --pattern '*_test.py'

# Public/ is what Content/ and the packs give.
same: packs
	sh Tests/same.sh $(chancery)

# The bundled portal; one that uses every field, hostile text and an Arabic brief among them; one of wide tables; a
# review. Browsers wait more than they work: two run at once.
gates: same
	$(chancery) build --quiet --content Tests/Portals/every-field/Content --packs .build/every-field-packs --search --output .build/every-field
	$(chancery) build --quiet --content Tests/Portals/wide/Content --output .build/wide
	$(python) Tests/Review/page.py $(chancery) .build/review
	+$(MAKE) --jobs 2 --output-sync=target gates-of-the-site gates-of-others

.PHONY: gates-of-the-site gates-of-others
gates-of-the-site:
	$(python) Tests/Site/gates.py .build/site

gates-of-others:
	$(python) Tests/Site/gates.py .build/every-field
	$(python) Tests/Site/gates.py .build/wide
	$(python) Tests/Site/gates.py .build/review --only markup --only width --only access
	$(python) Tests/Site/print.py .build/site
	$(python) Tests/Site/print.py .build/every-field
	$(python) Tests/Site/print.py .build/wide

# Each gate catches the fault that it is there for.
seeded: gates
	$(python) Tests/Site/seeded.py .build/site
	$(python) Tests/Site/print_seeded.py .build/site .build/wide

# The packs of both portals, opened as a reader's program opens them.
packs: binary
	$(chancery) pack --quiet
	$(chancery) pack --quiet --content Tests/Portals/every-field/Content --output .build/every-field-packs
	$(python) Tests/Packs/epub.py packs/*/*.epub .build/every-field-packs/*/*.epub
	$(python) Tests/Packs/epub_seeded.py packs/*/*.epub

# Another package with templates of its own.
own-templates: test-setup
	swift build --package-path Tests/OwnTemplates --scratch-path .build-own-templates
	sh Tests/own-templates.sh

# The commands in the README are run.
docs: binary
	$(python) Tests/readme.py README.md $(chancery)

BENCH :=
.PHONY: bench-setup
bench-setup:
	sh Tests/setup.sh bench

bench: bench-setup binary
	swift build -c release --product map-bench
	$(python) Tests/Bench/bench.py $(chancery) .build/release/map-bench $(BENCH)

format:
	swift format --in-place --recursive Package.swift Sources Templates Tests

clean:
	rm -rf .build .build-own-templates .venv
