"""Two builds of the tool on one command, in pairs: which is faster, and by how much.

  python3 Benchmarks/pairs.py OLD NEW RUNS ARGUMENT…

Pairs alternate in order, so that a machine that slows down slows both. Prints medians, the median of the pairs' ratios
and its quarters; what the command prints is thrown away.
"""

import os
import statistics
import subprocess
import sys
import time

old, new, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])


def run(program):
    start = time.monotonic()
    process = subprocess.Popen(
        [program, *sys.argv[4:]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{program}: status {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


found = {old: [], new: []}
for program in (old, new):
    run(program)
for number in range(runs):
    for program in (old, new) if number % 2 else (new, old):
        found[program].append(run(program))
for k, what in enumerate(("wall, s", "processor, s", "memory, MiB")):
    ratios = [b[k] / a[k] for a, b in zip(found[old], found[new])]
    low, middle, high = statistics.quantiles(ratios, n=4)
    before, after = (statistics.median(x[k] for x in found[p]) for p in (old, new))
    print(f"{what}: {before:.3f} -> {after:.3f}, ratio {middle:.3f} ({low:.3f} to {high:.3f})")
