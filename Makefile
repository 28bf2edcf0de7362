# make demo    installs what is needed, builds, runs the demonstration town, says where the report is
# make test    installs what is needed, runs every test
# make build   the tool, in release mode: .build/release/relais
# make static  the same with Swift's libraries in it: .build/static/release/relais; what is installed and packaged
# make install the tool, completions, manual pages, service: below PREFIX (/usr/local), in DESTDIR; make uninstall takes them away
# make deb     a package for Debian 12: .build/packages/relais_VERSION_amd64.deb
# make bundle  one folder that runs without Swift on a Debian or Ubuntu: .build/packages/relais-VERSION-x86_64.tar.xz
# make release VERSION=1.2.0    the version set, the changelog closed, packages, checksums, bill of materials, commit and tag
# make check-package    the package tried on a bare Debian made for it: installed, run, upgraded, removed
# make fuzz    each parser of our own given any bytes for a minute (Scripts/fuzz)
# make lint    the findings of the formatter and of the linters of scripts and style sheets
# make geodata the demonstration town anew, from its generator

SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
PACKAGES := .build/packages
# Without debug information: a fifth less to compile; a crash still names its functions.
RELEASE := swift build -c release --product relais -Xswiftc -gnone
# With Swift's libraries in the program, which then runs where there is no Swift; apart, since neither build can go on from the other.
STATIC := .build/static
.PHONY: demo test build static setup setup-tests install uninstall deb bundle release check-package fuzz lint geodata clean

demo: build
	Scripts/demo_registry .build/release/relais geodata/demo
	.build/release/relais run geodata/demo
	@echo
	@echo "$(CURDIR)/geodata/demo/out/council.html"
	@echo
	@echo "$(CURDIR)/.build/release/relais serve geodata/demo"

build: setup
	RELAIS_COMMIT="$$(Scripts/version commit)" RELAIS_SWIFT="$$(Scripts/version swift)" \
	  $(RELEASE)

static: setup
	RELAIS_COMMIT="$$(Scripts/version commit)" RELAIS_SWIFT="$$(Scripts/version swift)" \
	  $(RELEASE) --static-swift-stdlib --scratch-path $(STATIC)

# With sudo what was built is installed, and nothing is built as root.
install:
	@test -x $(STATIC)/release/relais || $(MAKE) static
	Scripts/install_files $(STATIC)/release/relais "$(PREFIX)" "$(DESTDIR)"

uninstall:
	Scripts/install_files --remove "$(PREFIX)" "$(DESTDIR)"

deb: static
	Scripts/make_deb $(STATIC)/release/relais $(PACKAGES)

bundle: static
	Scripts/make_bundle $(STATIC)/release/relais $(PACKAGES)

release:
	Scripts/release $(VERSION)

check-package: deb
	Scripts/check_package $(PACKAGES)/relais_$$(Scripts/version)_*.deb

test: setup-tests
	swift test

setup:
	@Scripts/setup build

setup-tests:
	@Scripts/setup tests

fuzz: setup-tests
	Scripts/fuzz

lint: setup-tests
	swift format lint --strict --recursive Package.swift Sources Tests Documentation/Examples \
	  Benchmarks/Package.swift Benchmarks/Sources Tools
	.build/page-tools/bin/python Scripts/check_web.py

geodata:
	swift run -c release --package-path Tools/demo-town demo-town geodata/demo

clean:
	rm -rf .build Benchmarks/.build Tools/demo-town/.build geodata/demo/out geodata/demo/cache geodata/demo/registry.gpkg
