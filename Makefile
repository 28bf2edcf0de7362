# make demo    installs what is needed, builds, runs the demonstration town, says where the report is
# make test    installs what is needed, runs every test
# make build   the tool, in release mode: .build/release/relais
# make lint    the findings of the formatter and of the linters of scripts and style sheets
# make geodata the demonstration town anew, from its generator

SHELL := /bin/bash
# Without debug information: a fifth less to compile; a crash still names its functions.
RELEASE := -Xswiftc -gnone
.PHONY: demo test build setup setup-tests lint geodata clean

demo: build
	Scripts/demo_registry .build/release/relais geodata/demo
	.build/release/relais run geodata/demo
	@echo
	@echo "$(CURDIR)/geodata/demo/out/council.html"
	@echo
	@echo "$(CURDIR)/.build/release/relais serve geodata/demo"

build: setup
	swift build -c release --product relais $(RELEASE)

test: setup-tests
	swift test

setup:
	@Scripts/setup build

setup-tests:
	@Scripts/setup tests

lint: setup-tests
	swift format lint --strict --recursive Package.swift Sources Tests Documentation/Examples \
	  Benchmarks/Package.swift Benchmarks/Sources Tools
	.build/page-tools/bin/python Scripts/check_web.py

geodata:
	swift run -c release --package-path Tools/demo-town demo-town geodata/demo

clean:
	rm -rf .build Benchmarks/.build Tools/demo-town/.build geodata/demo/out geodata/demo/cache geodata/demo/registry.gpkg
