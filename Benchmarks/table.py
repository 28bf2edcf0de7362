"""Puts what the stages and the peers printed side by side, as Markdown.

usage: table.py DIR
"""

import datetime
import json
import os
import platform
import sys

folder = sys.argv[1]


def lines(name):
    path = os.path.join(folder, name + ".jsonl")
    if not os.path.exists(path):
        return []
    with open(path) as file:
        return [json.loads(line) for line in file if line.startswith("{")]


def duration(milliseconds):
    return f"{milliseconds / 1000:.2f} s" if milliseconds >= 1000 else f"{milliseconds:.1f} ms"


def cells(line):
    per_unit = line["median_ms"] * 1e6 / max(1, line["units"])
    work = f"{per_unit:.1f} ns/{line['unit']}" if line["unit"] != "run" else "—"
    return [duration(line["best_ms"]), duration(line["median_ms"]), f"{line['peak_mib']} MiB", work]


def row(*texts):
    print("| " + " | ".join(texts) + " |")


names = sorted(name[:-6] for name in os.listdir(folder) if name.endswith(".jsonl"))
inputs = sorted({name.split("@")[1] for name in names if "@" in name})
print(f"Measured on {datetime.date.today():%d %B %Y}, {os.cpu_count()} cores, "
      f"{platform.machine()}, Linux {platform.release().split('-')[0]}.\n")
row("input", "stage", "who", "best", "median", "peak memory", "work", "Relais is faster by")
row(*["---"] * 8)
for name in inputs:
    own = {line["stage"]: line for line in lines(f"relais@{name}") if "stage" in line}
    peers = [(who, line) for who in ("pyosmium", "osmium-tool", "SciPy", "NumPy", "Shapely", "HiGHS")
             for line in lines(f"{who}@{name}") if "stage" in line]
    for stage, line in own.items():
        row(name, stage, "Relais", *cells(line), "")
        for who, other in peers:
            base = other.get("beside", other["stage"].replace(", chains merged", ", one core"))
            if base == stage:
                row(name, other["stage"], who, *cells(other),
                    f"{other['best_ms'] / line['best_ms']:.1f} ×")

print("\n## Processor time of whole runs\n")
for name in names:
    for line in lines(name):
        if "processor_ms" in line:
            who, extract = name.split("@")
            print(f"- {extract}, {who}, {line['stage']}: {duration(line['processor_ms'])}")
print("\n## Answers compared\n")
for name in names:
    for line in lines(name):
        if "check" in line:
            rest = ", ".join(f"{key} {value}" for key, value in line.items() if key != "check")
            print(f"- {name.split('@')[1]}, {line['check']}: {rest}")
print("\n## Networks compared\n")
row("input", "nodes", "edges", "length, m", "peer's nodes", "peer's edges", "peer's length, m",
    "same")
row(*["---"] * 8)
for name in inputs:
    own = [line for line in lines(f"relais@{name}") if "network" in line]
    peer = [line for line in lines(f"pyosmium@{name}") if "network" in line]
    if own and peer:
        a, b = own[0], peer[0]
        same = (a["nodes"] == b["nodes"] and a["edges"] == b["edges"]
                and abs(a["length_m"] - b["length_m"]) <= 1e-5 * b["length_m"])
        row(name, *(f"{line[key]:,.0f}" for line in (a, b) for key in ("nodes", "edges", "length_m")),
            "yes" if same else "**no**")
