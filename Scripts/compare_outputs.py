#!/usr/bin/env python3
"""Compares, byte for byte, what two builds of the tool write, say and answer.

    Scripts/compare_outputs.py record TOOL FOLDER     everything TOOL makes, into FOLDER
    Scripts/compare_outputs.py BEFORE AFTER           two tools, or two folders recorded

Runs the demonstration town, with and without a registry, and, where `../shared/data` is beside the
project, Bondy, Nancy and Geneva, each in French and in English; then `coverage`, `routes`,
`prospect`, `hours`, `geocode` and `check` to JSON, the lists of a registry, and the help of every
command. Commands run in a folder of their own with relative paths, so that nothing depends on
where it is. Exits 1 where anything differs.
"""

import filecmp
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(os.path.dirname(ROOT), "shared", "data")
LANGUAGES = ["fr", "en"]


def run(tool, arguments, folder, name, record):
    """Runs the tool; what it says and its status become a file."""
    done = subprocess.run(
        [tool] + arguments, cwd=folder, capture_output=True, env={**os.environ, "TZ": "Europe/Paris"})
    path = os.path.join(record, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(done.stdout)
        if done.stderr or done.returncode:
            file.write(b"\n--- status %d\n" % done.returncode + done.stderr)
    return done.stdout.decode(errors="replace")


def territory(folder, yml, files):
    os.makedirs(folder)
    with open(os.path.join(folder, "relais.yml"), "w") as file:
        file.write(yml)
    for kind, paths in files.items():
        target = os.path.join(folder, "sources", kind)
        os.makedirs(target)
        for path in paths:
            if isinstance(path, tuple):
                with open(os.path.join(target, path[0]), "w") as file:
                    file.write(path[1])
            else:
                shutil.copy(path, target)


def relays(corner, opposite, count):
    """A list of relays on a lattice, the same each time; every third one keeps shop hours."""
    rows = ["id;nom;lon;lat;genre;horaires"]
    hours = ["Mo-Fr 08:00-12:30,14:00-19:00; Sa 09:00-12:00", "", "Tu-Su 07:00-20:00; PH off"]
    side = int(count ** 0.5)
    for index in range(side * side):
        x = corner[0] + (opposite[0] - corner[0]) * (index % side + 0.5) / side
        y = corner[1] + (opposite[1] - corner[1]) * (index // side + 0.5) / side
        rows.append(f"R{index};Relais {index};{x:.6f};{y:.6f};shop;{hours[index % 3]}")
    return "relais.csv", "\n".join(rows) + "\n"


def towns(work):
    """Makes the territories; gives their names."""
    demo = os.path.join(ROOT, "geodata", "demo")
    leave = shutil.ignore_patterns("out", "cache", "registry*")
    shutil.copytree(demo, os.path.join(work, "demo"), ignore=leave)
    shutil.copytree(demo, os.path.join(work, "kept"), ignore=leave)
    past = os.path.join(ROOT, "Tests", "PastRegistries", "3-runs.gpkg")
    shutil.copy(past, os.path.join(work, "kept", "registry.gpkg"))
    names = ["demo", "kept"]
    if os.path.isdir(SHARED):
        data = lambda *parts: os.path.join(SHARED, *parts)
        territory(os.path.join(work, "bondy"), 'name: Bondy\ninsee: "93010"\nbudgets: [300, 500, 212.5]\n', {
            "streets": [data("bondy", "bondy-highways-2023-07-27.osm.pbf")],
            "adherents": [relays((2.4409, 48.8856), (2.5024, 48.9262), 36)],
            "boundary": [data("bondy", "boundary-93010.geojson")],
            "addresses": [data("bondy", "ban-93010-2022.csv")],
            "schools": [data("bondy", "schools-2016.csv")],
            "population": [data("bondy", "insee-grid-200m.geojson")],
        })
        territory(os.path.join(work, "nancy"), 'name: Nancy\ninsee: "54395"\n', {
            "streets": [data("nancy", "grand-nancy-drive.osm.pbf")],
            "adherents": [relays((6.15, 48.67), (6.21, 48.71), 49)],
            "boundary": [data("nancy", "communes-54-2018.geojson")],
            "schools": [data("nancy", "schools-2016.csv")],
        })
        territory(os.path.join(work, "geneva"), "name: Genève\n", {
            "streets": [data("geneva-osm", "geneva.osm.pbf")],
            "adherents": [relays((6.098, 46.194), (6.160, 46.229), 100)],
        })
        names += ["bondy", "nancy", "geneva"]
    else:
        print("compare_outputs: ../shared/data is not there; the demonstration town alone", file=sys.stderr)
    return names


def commands(tool, work, prefix=()):
    """Every command, as its own help lists them."""
    text = subprocess.run([tool, *prefix, "--help", "--lang", "en"], cwd=work, capture_output=True, text=True).stdout
    yield prefix
    after = text.split("SUBCOMMANDS:\n")[1] if "SUBCOMMANDS:\n" in text else ""
    for line in after.split("\n\n")[0].splitlines():
        name = re.match(r"  ([a-z][a-z-]*)", line)
        if name:
            yield from commands(tool, work, prefix + (name.group(1),))


def make(tool, record):
    tool = os.path.abspath(tool)
    record = os.path.abspath(record)
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as work:
            lang = ["--lang", language]
            say = lambda arguments, name: run(tool, arguments + lang, work, f"{language}/{name}", record)
            for command in commands(tool, work):
                say(list(command) + ["--help"], "help/" + ("-".join(command) or "relais"))
            for name in towns(work):
                say(["run", name], f"said/run-{name}")
                files = [
                    os.path.join(name, "sources", kind, file)
                    for kind in sorted(os.listdir(os.path.join(work, name, "sources")))
                    for file in sorted(os.listdir(os.path.join(work, name, "sources", kind)))]
                say(["check", *files], f"said/check-{name}")
                say(["check", *files, "--json", "-"], f"json/check-{name}")
                at = ["--territory", name]
                say(["coverage", *at], f"said/coverage-{name}")
                say(["coverage", *at, "--edges", "--json", "-"], f"json/coverage-{name}")
                say(["coverage", *at, "--distance", "212.5", "--json", "-", "--at", "2026-11-23T08:00"],
                    f"json/coverage-at-{name}")
                say(["routes", *at, "--json", "-"], f"json/routes-{name}")
                say(["prospect", *at, "--count", "5", "--json", "-"], f"json/prospect-{name}")
                say(["prospect", *at, "--count", "5"], f"said/prospect-{name}")
            at = ["--territory", "kept"]
            for list_ in (["list"], ["list", "--json", "-"], ["duplicates"], ["follow-up"], ["stickers"],
                          ["retention"]):
                say(["adherents", *list_, *at], "registry/" + "".join(list_))
            say(["verify", *at], "registry/verify")
            for place in ("4.05,47.65", "12 rue du Pont", "rue du Pont", "nulle part"):
                say(["explain", place, "--territory", "demo"], f"said/explain-{place}")
                say(["explain", place, "--territory", "demo", "--json", "-"], f"json/explain-{place}")
            if os.path.isdir(SHARED):
                values = os.path.join(work, "values.txt")
                with open(os.path.join(SHARED, "opening-hours-values", "geneva-2025-opening_hours.tsv")) as source:
                    lines = [line.split("\t", 1)[1].rstrip("\n") for line in source if "\t" in line]
                with open(values, "w") as file:
                    file.write("\n".join(lines) + "\n")
                asked = ["hours", "--file", "values.txt", "--at", "2026-11-23T08:00", "--at", "2026-12-25T10:00"]
                say(asked, "said/hours")
                say(asked + ["--json", "-"], "json/hours")
                base = os.path.join(SHARED, "bondy", "ban-93010-2022.csv")
                for file in ("pharmacies-2014.csv", "public-services-2020.csv"):
                    shutil.copy(os.path.join(SHARED, "bondy", file), work)
                    say(["geocode", file, "--addresses", base], f"json/geocode-{file}")
            for wrong in (["run", "nowhere"], ["coverage", "--streets", "none.pbf"], ["adherents", "aderents"],
                          ["hours", "Mo-Fr 25:00", "--at", "2026-11-23T08:00"], ["import", "shops", "x"],
                          ["coverage", "--distance", "x"], ["report", "--for", "nobody", "--territory", "demo"]):
                say(wrong, "wrong/" + "_".join(wrong).replace("/", "-"))
            for name in os.listdir(work):
                out = os.path.join(work, name, "out")
                if os.path.isdir(out):
                    shutil.copytree(out, os.path.join(record, language, "out", name))


def files(folder):
    return {
        os.path.relpath(os.path.join(base, name), folder)
        for base, _, names in os.walk(folder) for name in names}


def compare(before, after):
    """Says each file that differs, with its first differing line; whether none does."""
    same = True
    for name in sorted(files(before) | files(after)):
        a, b = os.path.join(before, name), os.path.join(after, name)
        if not os.path.exists(a) or not os.path.exists(b):
            print(f"{name}: only {'after' if os.path.exists(b) else 'before'}")
            same = False
        elif not filecmp.cmp(a, b, shallow=False):
            same = False
            with open(a, "rb") as first, open(b, "rb") as second:
                for number, (x, y) in enumerate(zip(first.read().split(b"\n"), second.read().split(b"\n")), 1):
                    if x != y:
                        start = next((i for i, (p, q) in enumerate(zip(x, y)) if p != q), min(len(x), len(y)))
                        cut = slice(max(0, start - 60), start + 100)
                        print(f"{name}:{number}\n  - {x[cut]!r}\n  + {y[cut]!r}")
                        break
                else:
                    print(f"{name}: one ends before the other")
    return same


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "record":
        make(sys.argv[2], sys.argv[3])
    elif len(sys.argv) == 3:
        with tempfile.TemporaryDirectory() as scratch:
            folders = []
            for side, given in zip(("before", "after"), sys.argv[1:]):
                if os.path.isdir(given):
                    folders.append(given)
                else:
                    folders.append(os.path.join(scratch, side))
                    make(given, folders[-1])
            sys.exit(0 if compare(*folders) else 1)
    else:
        sys.exit(__doc__)


main()
